"""Relative imports at every level, circular imports both ways, __init__ names, from-import of submodules, texts of failures."""
import sys
import tempfile
import pathlib
root = pathlib.Path(tempfile.mkdtemp())
files = {
    "pkg/__init__.py": "name = 'pkg'\nfrom . import one\nfrom .one import value as from_one",
    "pkg/one.py": "print('one starts', __name__, __package__)\nfrom .sub import deep\nfrom .sub.deep import up\nvalue = deep.number + 1",
    "pkg/sub/__init__.py": "from .. import name as parent_name",
    "pkg/sub/deep.py": "from ... import nothing_above" if False else "number = 41\nfrom ..sub import parent_name as up\nfrom . import sibling",
    "pkg/sub/sibling.py": "from .deep import number",
    "a.py": "print('a starts')\nimport b\nvalue = 'a'\nprint('a sees', b.value, b.late())",
    "b.py": "print('b starts')\nimport a\nprint('b sees a?', hasattr(a, 'value'))\nvalue = 'b'\ndef late(): return a.value",
    "c.py": "from d import x\ny = 1",
    "d.py": "from c import y\nx = 1",
    "beyond/__init__.py": "from .. import x",
    "beyond2/__init__.py": "",
    "beyond2/m.py": "from ...deep import x",
    "broken.py": "x = 1\n1 / 0",
    "bad_syntax.py": "def f(:\n  pass",
    "stars/__init__.py": "__all__ = ['mod', 'public']\npublic = 1\nhidden = 2",
    "stars/mod.py": "m = 1",
    "badall.py": "__all__ = ['missing']",
    "intall.py": "__all__ = [5]",
    "private.py": "_hidden = 1\nshown = 2\n__dunder = 3",
    "top_relative.py": "from . import x",
}
for name, text in files.items():
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
sys.path.insert(0, str(root))
import pkg
print(pkg.from_one, pkg.one.up, pkg.sub.sibling.number, sorted(n for n in sys.modules if n.startswith("pkg")))
import a
for statement in ("import c", "import beyond", "import beyond2.m", "import broken", "import broken", "import bad_syntax", "from badall import *", "from intall import *", "import top_relative", "import pkg.missing", "from pkg import missing", "import pkg.one.deeper", "from .x import y", "import nowhere.at.all", "from pkg.one import value, nope", "import sys.path",
                  "from sys import nothing", "from nowhere import x"):
    try:
        exec(statement, {"__name__": "__main__"})
        print(statement, "works")
    except Exception as error:
        print(statement, "->", type(error).__name__, str(error).replace(str(root), "ROOT"), getattr(error, "name", None))
print("broken" in sys.modules, "c" in sys.modules)
space = {}
exec("from stars import *", space)
print(sorted(n for n in space if n[:2] != "__"), space["mod"].m)
space = {}
exec("from private import *", space)
print(sorted(n for n in space if n[:2] != "__"))
for level, name in ((1, ""), (2, ""), (1, "one"), (-1, "x"), (3, "")):
    try:
        print(__import__(name, {"__package__": "pkg.sub", "__name__": "pkg.sub.deep"}, {}, ["name"], level).__name__)
    except Exception as error:
        print(type(error).__name__, error)
