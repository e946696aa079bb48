"""os.path: splitting, joining, normalising, common parts, expansion, odd arguments, bytes and text."""
import os
import os.path as p


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


os.environ.update(HOME="/home/me", VAR="value", EMPTY="")
PATHS = ["", "/", "//", "///a", "a", "a/", "/a/b.c", "a//b/../c/./d", "../a", "..", ".", "./", ".hidden", "a.b.tar.gz", "a.", "/..", "/a/../..", "~", "~/x", "~nobody_here/x", "$VAR/x", "${VAR}y", "$EMPTY", "$NOPE", "${", "$$", "a b", "é/ü", b"a/b.c", b"$VAR", 5, None, "nul\0x"]
for path in PATHS:
    print(repr(path), [attempt(f, path) for f in (p.basename, p.dirname, p.split, p.splitext, p.normpath, p.isabs, p.expanduser, p.expandvars, p.splitdrive, p.normcase)])
for args in (("a", "b"), ("a/", "b"), ("a", "/b"), ("", "b"), ("a", ""), ("a",), (), ("a", "b", "c"), ("/", "/"), (b"a", b"b"), ("a", b"b"), ("a", 5), (5, "a"), ("a", None), ("a", "..", "b")):
    print(args, attempt(p.join, *args))
for paths in (["/a/b", "/a/c"], ["a/b/c", "a/b"], ["/a", "a"], [], ["a"], ["/a/b", "/a/bc"], ["/", "/x"], [b"a", "a"], [5], ["a//b", "a/b/"], ["./a", "a"]):
    print(paths, attempt(p.commonpath, paths), attempt(p.commonprefix, paths))
for path, start in (("/a/b", "/a"), ("/a", "/a/b/c"), ("/a", "/a"), ("a", "b"), ("", "x"), ("/x", ""), (b"/a", "/a"), (".", "..")):
    print(path, start, attempt(p.relpath, path, start) if path != "." else "")
print(p.exists("/"), p.isdir("/"), p.isfile("/"), p.islink("/"), p.ismount("/"), p.lexists("/nope"), attempt(p.exists, 5.5), p.exists("a\0b"), attempt(p.getsize, "/nope"), p.samefile("/", "/."), attempt(p.samefile, "/", "/nope"), p.realpath("/usr/../usr"), attempt(p.realpath, "/nope/x", strict=True) if False else p.realpath("/nope/x"), p.abspath("/a/../b"))
class PathLike:
    def __init__(self, answer): self.answer = answer
    def __fspath__(self): return self.answer
print(os.fspath(PathLike("x")), p.join(PathLike("a"), "b"), [attempt(os.fspath, v) for v in (PathLike(5), 5, b"b", None, PathLike)], os.fsencode("é"), ascii(os.fsdecode(b"\xff")), attempt(os.fsencode, 5), isinstance(PathLike("a"), os.PathLike), os.sep, os.pardir, os.extsep, os.pathsep, os.linesep, p.supports_unicode_filenames)
