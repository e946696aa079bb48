"""Syntax errors of statements: missing colons, blocks, names and keywords in the wrong place (functions and
classes) (blocks)."""
from _statement_shapes import show_texts

TEXTS = [
    "import", "import a.", "import .a", "import a as", "import a as b.c", "import a as 1", "import a, ",
    "import (a)", "import a b", "import *", "from", "from a", "from a import", "from a import b,",
    "from a import (b", "from a import ()", "from a import (b,, c)", "from . import", "from .a. import b",
    "from a import *, b", "from a import b.c", "from a import b as", "from a import b as c.d",
    "def f(): from a import *", "class A: from a import *",
]
show_texts(TEXTS)
