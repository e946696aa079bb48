"""pathlib on a real tree: glob, rglob, iterdir, suffixes, reading and writing, renaming, links, errors; pure paths of both kinds."""
import pathlib
import tempfile
from pathlib import Path, PurePosixPath, PureWindowsPath


def attempt(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {str(error).replace(str(root), 'ROOT')}"


with tempfile.TemporaryDirectory() as folder:
    root = Path(folder)
    for name in ("a.txt", "b.tar.gz", "sub/c.txt", "sub/deep/d.py", ".hidden", "sub/e"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(name)
    rel = lambda paths: sorted(str(p.relative_to(root)) for p in paths)
    for pattern in ("*", "*.txt", "**/*.txt", "**", "sub/*", "*/*", "[ab]*", "?.txt", "**/d*", "nope", ".*", "sub/../*", "*.TXT"):
        print(pattern, rel(root.glob(pattern)), rel(root.rglob(pattern)) if ".." not in pattern else "")
    for bad in ("", "/abs", "a**b", "**x"):
        print(repr(bad), attempt(lambda: list(root.glob(bad))))
    f = root / "a.txt"
    print(f.read_text(), f.write_bytes(b"\xff\n"), f.read_bytes(), attempt(lambda: f.read_text("utf-8")), f.exists(), f.is_file(), f.is_dir(), f.stat().st_size, f.name, f.stem, f.suffix, (root / "b.tar.gz").suffixes, f.with_suffix(".md").name, f.with_name("z").name, f.with_stem("y").name, rel(root.iterdir()))
    print(rel([f.rename(root / "moved")]), f.exists(), attempt(f.read_text), attempt(lambda: f.unlink()), f.unlink(missing_ok=True), attempt(lambda: root.rmdir()), attempt(lambda: (root / "sub").mkdir()), attempt(lambda: (root / "x/y").mkdir()), f.touch(), attempt(lambda: f.touch(exist_ok=False)))
    link = root / "link"
    link.symlink_to("moved")
    print(link.is_symlink(), link.readlink(), link.resolve() == (root / "moved").resolve(), link.samefile(root / "moved"), attempt(lambda: list(f.iterdir())), f.chmod(0o600), oct(f.stat().st_mode)[-3:], f.replace(root / "moved").name)
    with (root / "moved").open("w") as out:
        out.write("é")
    print((root / "moved").read_text(encoding="utf-8"), Path(root, "..", root.name).resolve() == root.resolve())
for kind, texts in ((PurePosixPath, ("a/b/../c", "/", "//a", "///a", ".", "", "a//b/", "/a/b.c.d", "..", ".a", "a.", "~/x", "a\\b")), (PureWindowsPath, ("c:/a\\b", "c:", "c:a", "\\\\srv\\share\\x", "a/b", "/a", "C:\\..\\x", "nul"))):
    for text in texts:
        q = kind(text)
        print(repr(q), str(q), q.parts, q.drive, q.root, q.anchor, str(q.parent), q.name, q.stem, q.suffix, q.is_absolute(), q.as_posix(), [str(x) for x in q.parents][:2], attempt(q.as_uri) if "~" not in text else "")
P = PurePosixPath
for action in (lambda: P("a") / "b" / "/c", lambda: "x" / P("y"), lambda: P("a") / 5, lambda: P(5), lambda: P("a", "b", P("c")), lambda: P("a/b").relative_to("a"), lambda: P("a/b").relative_to("c"), lambda: P("a/b").is_relative_to("a"), lambda: P("a").with_name(""), lambda: P("/").with_name("x"), lambda: P("a").with_suffix("txt"), lambda: P("a/b.py").match("*.py"), lambda: P("/a/b.py").match("/a/*"), lambda: P("a").match(""), lambda: P("a") < P("b"), lambda: P("a") < "b", lambda: P("a") == PureWindowsPath("a"), lambda: PureWindowsPath("A") == PureWindowsPath("a"), lambda: hash(P("a")) == hash(P("a/.")), lambda: {P("a"): 1}[P("a")], lambda: P("a").joinpath("b", "c"), lambda: bytes(P("é")), lambda: P("a").parents[5], lambda: P("a/b/c").parents[-1], lambda: P("a").nope, lambda: sorted([P("b"), P("a/c"), P("a")])):
    root = "/"
    print(attempt(action))
