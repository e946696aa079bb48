"""Syntax errors of statements: missing colons, blocks, names and keywords in the wrong place (functions and
classes) (blocks)."""
TEXTS = [
    "import", "import a.", "import .a", "import a as", "import a as b.c", "import a as 1", "import a, ",
    "import (a)", "import a b", "import *", "from", "from a", "from a import", "from a import b,",
    "from a import (b", "from a import ()", "from a import (b,, c)", "from . import", "from .a. import b",
    "from a import *, b", "from a import b.c", "from a import b as", "from a import b as c.d",
    "def f(): from a import *", "class A: from a import *",
]
for text in TEXTS:
    try:
        compile(text, "<t>", "exec")
        print(ascii(text), "accepted")
    except SyntaxError as error:
        print(ascii(text), "->", type(error).__name__, ascii(error.msg), error.lineno, error.offset,
              error.end_lineno, (error.end_offset or 0) if (error.end_offset or 0) > 0 else "",
              ascii((error.text or "").rstrip("\n")))
