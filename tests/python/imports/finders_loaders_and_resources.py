"""A finder and loader of modules out of a dict, importlib.resources and zip imports, namespace packages, find_spec."""
import importlib.abc
import importlib.machinery
import importlib.resources
import importlib.util
import os
import sys
import tempfile
import zipfile

SOURCES = {"virtual": "x = 1\nimport virtual.child as c\n", "virtual.child": "y = __name__", "failing": "raise ValueError('at import')"}


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path, target=None):
        print("find", name, path)
        if name in SOURCES:
            return importlib.machinery.ModuleSpec(name, self, origin="dict", is_package=name == "virtual")

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        exec(SOURCES[module.__name__], module.__dict__)


sys.meta_path.insert(0, finder := Finder())
import virtual
print(virtual.c.y, virtual.__spec__.origin, virtual.__path__, virtual)
for name in ("virtual.other", "failing"):
    try:
        importlib.import_module(name)
    except Exception as error:
        print(type(error).__name__, error)
print("failing" in sys.modules)
sys.meta_path.remove(finder)
root = tempfile.mkdtemp()
archive = os.path.join(root, "lib.zip")
with zipfile.ZipFile(archive, "w") as z:
    z.writestr("zipped/__init__.py", "where = __file__")
    z.writestr("zipped/data.txt", "resource text")
    z.writestr("zipped/inner.py", "value = 7\ndef f(): 1/0")
sys.path.insert(0, archive)
import zipped.inner
print(zipped.where.replace(root, "ROOT"), zipped.inner.value, type(zipped.__loader__).__name__, zipped.__loader__.get_data(archive + "/zipped/data.txt"))
print(importlib.resources.files(zipped).joinpath("data.txt").read_text(), sorted(p.name for p in importlib.resources.files("zipped").iterdir() if p.name[0] != "_"))
try:
    zipped.inner.f()
except ZeroDivisionError as error:
    print(error.__traceback__.tb_next.tb_frame.f_code.co_filename.replace(root, "ROOT"))
for part in ("p1", "p2"):
    os.makedirs(os.path.join(root, part, "space"))
    with open(os.path.join(root, part, "space", part + "_mod.py"), "w") as stream:
        stream.write(f"name = {part!r}")
    sys.path.append(os.path.join(root, part))
import space.p1_mod
import space.p2_mod
print(space.p1_mod.name, space.p2_mod.name, len(space.__path__), space.__file__ if hasattr(space, "__file__") else None, type(space.__path__).__name__, str(space)[:23])
print(importlib.util.find_spec("not_there"), importlib.util.find_spec("space").loader is not None)
for name in ("not_there.x", "sys.x", "", ".relative"):
    try:
        print(importlib.util.find_spec(name))
    except Exception as error:
        print(type(error).__name__, error)
spec = importlib.util.spec_from_loader("by_hand", loader=None)
module = importlib.util.module_from_spec(spec)
print(module, spec)
lazy_spec = importlib.util.find_spec("colorsys")
lazy_spec.loader = importlib.util.LazyLoader(lazy_spec.loader)
lazy = importlib.util.module_from_spec(lazy_spec)
lazy_spec.loader.exec_module(lazy)
print(object.__getattribute__(lazy, "__class__").__name__, lazy.rgb_to_hsv(1, 0, 0), type(lazy).__name__)
print(importlib.util.resolve_name("..x", "a.b.c"), importlib.machinery.all_suffixes()[:2], importlib.util.source_hash(b"abc").hex())
