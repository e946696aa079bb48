"""import runs a file once and keeps the module: packages, sys.path, sys.modules, relative names, .pyc files."""
import importlib.util
import os
import pathlib
import sys
import tempfile

FILES = {
    "zoo/__init__.py": 'print("  running", __name__)\nfrom .cats import lion\n__all__ = ["lion", "birds"]\n',
    "zoo/cats.py": 'print("  running", __name__, "in", __package__)\nlion = "roar"\n',
    "zoo/birds.py": "from . import cats\nfrom .cats import lion as rival\nowl = 'hoot at ' + rival\n",
    "first.py": "import second\nname = 'first'\n",
    "second.py": "import first\nprint('  second sees', [n for n in vars(first) if not n.startswith('_')])\n",
    "plain/inner.py": "",
    "broken.py": "x = 1\nraise RuntimeError('half way')\n",
}

with tempfile.TemporaryDirectory() as folder:
    for name, text in FILES.items():
        path = pathlib.Path(folder, name)
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    sys.path.insert(0, folder)                       # searched from the front

    print("import of a package:")
    import zoo                                       # runs zoo/__init__.py, and that zoo/cats.py
    print(zoo.lion, "zoo.cats" in sys.modules, hasattr(zoo, "birds"))

    print("again:")
    import zoo                                       # only looks it up in sys.modules
    from zoo import birds                            # a submodule becomes an attribute of its package
    print(birds.owl, zoo.birds is birds, zoo.__path__ == [os.path.join(folder, "zoo")])

    from zoo import *                                # what __all__ names
    print(lion, zoo.__spec__.name, zoo.cats.__spec__.parent, type(zoo.__loader__).__name__)

    print("two modules that import each other:")
    import first                                     # second gets the unfinished module
    print(first.name)

    print("a folder without __init__.py:")
    import plain.inner                               # a namespace package: no file, perhaps many folders
    print(plain.__file__ if hasattr(plain, "__file__") else None, type(plain.__path__).__name__)

    print("errors:")
    for name in ("broken", "zoo.dogs", "nowhere", "first.deeper"):
        try:
            importlib.import_module(name)
        except Exception as error:
            print(" ", type(error).__name__, error, "-", name in sys.modules)
    try:
        exec("from zoo import dogs")
    except ImportError as error:
        print(" ", str(error).partition(" (")[0], "-", error.name)

    print("where the bytecode goes:")
    cached = importlib.util.cache_from_source(zoo.cats.__file__)
    print(pathlib.Path(cached).parent.name, pathlib.Path(cached).name == f"cats.{sys.implementation.cache_tag}.pyc")
    print("not written here:", not os.path.exists(cached) and sys.dont_write_bytecode)

    # Forgetting a module and importing it again runs it again and makes a new one.
    old = zoo.cats
    del sys.modules["zoo.cats"]
    import zoo.cats
    print(zoo.cats is old, sys.modules["zoo.cats"] is zoo.cats)
    old.lion = "changed"
    print(importlib.reload(zoo.cats) is zoo.cats, zoo.cats.lion)
    sys.path.remove(folder)
