"""pathlib: parts, suffixes, joining, relative_to, matching, comparison, files made and removed, glob, errors."""
import pathlib
import tempfile
from pathlib import Path, PurePath, PurePosixPath as P, PureWindowsPath as W
for text in ("/a/b/c.tar.gz", "a/b", ".", "", "/", "//x", "///x", "a//b/./c/..", ".hidden", "dir/.x.y", "a.", "..", "/..", "a/b/"):
    p = P(text)
    print(repr(text), p, p.parts, p.parent, p.name, p.stem, p.suffix, p.suffixes, p.root, p.anchor, p.is_absolute(), p.as_posix(), list(map(str, p.parents)))
print(P("a") / "b" / "/c", "x" / P("y"), P("a", "b", P("c")), P("/a/b").relative_to("/a"), P("/a").joinpath("b", "c"), P("a/b").with_name("c"), P("a/b.x").with_suffix(".y"), P("a/b.x").with_suffix(""), P("a/b.x").with_stem("q"), P("/a/b").is_relative_to("/a"), P("a/b.py").match("*.py"), P("/a/b.py").match("/*.py"), P("a/b").match("a/*"), P("B") < P("a"), P("a") == P("a/."), hash(P("a")) == hash(P("a")), P("a b").as_uri() if False else P("/a b").as_uri(), bytes(P("é")))
print(W("c:/a/b"), W("c:\\x").drive, W(r"\\server\share\f").parts, W("C:/A") == W("c:/a"), W("a/b").as_posix(), W("con").is_reserved(), repr(W("c:x") / "y"), W("c:/x") / "d:y", W("a\\b").parts)
for call in ("P('a').relative_to('b')", "P('').with_name('x')", "P('a').with_name('')", "P('a').with_name('b/c')", "P('a').with_suffix('x')", "P('a').with_suffix('.')", "P('/').with_suffix('.x')", "P('a').match('')", "P(5)", "P(b'a')", "P('a') / 5", "5 / P('a')", "P('a') < W('a')", "P('a') == W('a')", "P('a').as_uri()", "P('a') < 'a'", "P('a').parents[5]", "P('a/b/c').parents[-1]", "P('a/b/c').parents[0:2]", "P('a').name.x", "P('a\\0b')", "PurePath('x')", "pathlib.WindowsPath('x')", "P('a').joinpath(5)", "repr(P('x'))", "P('~').expanduser()", "P('a/b').parts[0]"):
    try:
        print(call, "=", eval(call))
    except Exception as error:
        print(call, "->", type(error).__name__, error)
root = Path(tempfile.mkdtemp(dir="/dev/shm"))
(root / "sub" / "deep").mkdir(parents=True)
(root / "one.txt").write_text("first\nsecond\n", encoding="utf-8")
(root / "sub" / "two.txt").write_bytes(b"\xffdata")
(root / "sub" / "deep" / "three.py").touch()
(root / "link").symlink_to("one.txt")
show = lambda paths: sorted(str(p.relative_to(root)) for p in paths)
print(show(root.iterdir()), show(root.glob("*.txt")), show(root.rglob("*.txt")), show(root.glob("**/*")), show(root.glob("**")), show(root.glob("s*/*")), show(root.glob("[lo]*")))
p = root / "one.txt"
print(p.read_text().splitlines(), p.stat().st_size, p.exists(), p.is_file(), root.is_dir(), (root / "link").is_symlink(), (root / "link").readlink(), (root / "link").resolve().name, (root / "link").samefile(p), (root / "no").exists(), (root / "sub/../one.txt").resolve().name)
for call in (lambda: (root / "sub").rmdir(), lambda: (root / "no").read_text(), lambda: (root / "sub").mkdir(), lambda: (root / "x/y").mkdir(), lambda: p.mkdir(exist_ok=True), lambda: (root / "no").unlink(), lambda: (root / "no").unlink(missing_ok=True), lambda: list((root / "no").iterdir()), lambda: (root / "sub" / "two.txt").read_text("utf-8"), lambda: p.write_text(5), lambda: list(root.glob("")), lambda: list(root.glob("/x")), lambda: p.open("q"), lambda: p.rename(root / "renamed").name, lambda: p.touch(exist_ok=False), lambda: p.touch(exist_ok=False), lambda: p.replace(root / "renamed").name):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, str(error).replace(str(root), "ROOT"))
import shutil
shutil.rmtree(root)
print(root.exists(), Path(".").resolve() == Path.cwd(), Path("a").absolute() == Path.cwd() / "a")
