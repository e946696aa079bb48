"""shutil: copies, trees, moves, archives, which, errors; tempfile: names, modes, deletion, spooled files."""
import os
import shutil
import tempfile


def attempt(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {str(error).replace(base, 'BASE')}"


def tree(folder):
    return sorted(os.path.relpath(os.path.join(d, n), folder) for d, dirs, files in os.walk(folder) for n in dirs + files)


with tempfile.TemporaryDirectory() as base:
    j = lambda *parts: os.path.join(base, *parts)
    os.makedirs(j("src", "inner"))
    for name, text in (("src/a", "AAA"), ("src/b.pyc", "B"), ("src/inner/c", "C" * 1000)):
        with open(j(name), "w") as f: f.write(text)
    os.symlink("a", j("src", "link"))
    os.chmod(j("src", "a"), 0o640)
    print(os.path.basename(shutil.copy(j("src", "a"), j("copy"))), oct(os.stat(j("copy")).st_mode)[-3:], os.path.relpath(shutil.copy2(j("src", "a"), base), base), shutil.copyfile(j("src", "a"), j("plain")) == j("plain"))
    for action in (lambda: shutil.copyfile(j("copy"), j("copy")), lambda: shutil.copyfile(j("none"), j("x")), lambda: shutil.copyfile(j("src"), j("x")), lambda: shutil.copy(j("copy"), j("no", "such")), lambda: shutil.copytree(j("src"), j("src")), lambda: shutil.rmtree(j("none")), lambda: shutil.rmtree(j("copy")), lambda: shutil.move(j("none"), j("x")), lambda: shutil.move(j("src"), j("src", "inner")), lambda: shutil.make_archive(j("z"), "nope", j("src")), lambda: shutil.unpack_archive(j("copy")), lambda: shutil.chown(j("copy")), lambda: shutil.which("no_such_command"), lambda: shutil.get_terminal_size((7, 8)).columns > 0):
        print(attempt(action))
    shutil.copytree(j("src"), j("t1"))
    shutil.copytree(j("src"), j("t2"), symlinks=True, ignore=shutil.ignore_patterns("*.pyc", "inner"))
    shutil.copytree(j("src"), j("t2"), dirs_exist_ok=True, copy_function=shutil.copyfile)
    print(tree(j("t1")), os.path.islink(j("t1", "link")), tree(j("t2")))
    print(os.path.relpath(shutil.move(j("t1"), j("moved")), base), os.path.exists(j("t1")), os.path.relpath(shutil.move(j("copy"), j("moved")), base))
    for kind in ("zip", "tar", "gztar"):
        name = shutil.make_archive(j("archive"), kind, j("src"))
        shutil.unpack_archive(name, j("out_" + kind))
        print(os.path.basename(name), tree(j("out_" + kind)))
    calls = []
    shutil.rmtree(j("moved"), onerror=lambda f, p, e: calls.append(p))
    shutil.rmtree(j("none"), ignore_errors=True)
    print(os.path.exists(j("moved")), calls, shutil.disk_usage("/").total > 0, os.path.basename(shutil.which("sh")), [n for n, _ in shutil.get_archive_formats()][:2])
    with tempfile.NamedTemporaryFile("w+", prefix="pre_", suffix=".suf", dir=base) as f:
        name = f.name
        print(os.path.basename(name)[:4], name[-4:], f.write("x"), f.seek(0), f.read(), os.path.exists(name), os.path.dirname(name) == base)
    print(os.path.exists(name))
    with tempfile.NamedTemporaryFile(dir=base, delete=False) as f: pass
    print(os.path.exists(f.name), os.unlink(f.name))
    fd, name = tempfile.mkstemp(text=True, dir=base)
    print(oct(os.fstat(fd).st_mode)[-3:], os.close(fd), os.unlink(name), oct(os.stat(tempfile.mkdtemp(dir=base)).st_mode)[-3:])
    with tempfile.SpooledTemporaryFile(10, "w+") as f:
        print(f.write("short"), f._rolled, f.write(" and long"), f._rolled, f.seek(0), f.read(), attempt(lambda: f.name))
    with tempfile.TemporaryFile() as f:
        print(f.write(b"abc"), f.seek(1), f.read(), isinstance(f.name, int))
    print(attempt(lambda: tempfile.mkstemp(dir=j("none"), prefix="p", suffix="s"))[:17], attempt(lambda: tempfile.NamedTemporaryFile(prefix=5)), attempt(lambda: tempfile.mkdtemp("a", b"b")))
