"""zipfile and tarfile in memory: members, metadata, comments, appending, errors of broken archives, safe extraction."""
import io
import os
import tarfile
import tempfile
import zipfile


def attempt(function, *args, **kw):
    try:
        return function(*args, **kw)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


buffer = io.BytesIO()
with zipfile.ZipFile(buffer, "w") as z:
    info = zipfile.ZipInfo("a.txt", (2020, 1, 2, 3, 4, 6))
    info.comment, info.external_attr = b"note", 0o644 << 16
    z.writestr(info, "text é", zipfile.ZIP_DEFLATED)
    z.writestr(zipfile.ZipInfo("dir/b.bin"), bytes(range(256)) * 4, zipfile.ZIP_BZIP2)
    z.writestr(zipfile.ZipInfo("dir/"), "")
    with z.open(zipfile.ZipInfo("ü.lz"), "w") as member:
        member.write(b"streamed")
    z.comment = b"archive comment"
    print(attempt(z.open, "a.txt", "x"), attempt(z.read, "nope"), attempt(z.writestr, "x", "d", 99))
with zipfile.ZipFile(buffer, "a") as z:
    z.writestr(zipfile.ZipInfo("later"), "appended")
with zipfile.ZipFile(buffer) as z:
    print(z.namelist(), z.comment, z.testzip(), z.read("a.txt").decode(), [(i.filename, i.file_size, i.compress_type, i.date_time, i.is_dir(), i.CRC) for i in z.infolist()], z.getinfo("a.txt").comment)
    z.printdir()
    with z.open("dir/b.bin") as f:
        print(f.read(3), f.seek(250), f.read1(8), f.tell(), f.name, f.mode, attempt(f.write, b""))
    print(attempt(z.getinfo, "zz"), attempt(z.open, "a.txt", pwd=b"x").read() if False else attempt(z.read, "a.txt", "notbytes"), attempt(z.writestr, "x", "y"), zipfile.Path(z, "dir/").joinpath("b.bin").exists(), [p.name for p in zipfile.Path(z).iterdir()], repr(z.getinfo("a.txt")))
print(attempt(z.read, "a.txt"), z, attempt(zipfile.ZipFile, io.BytesIO(b"junk")), attempt(zipfile.ZipFile, io.BytesIO(buffer.getvalue()[:-30])), zipfile.is_zipfile(buffer), zipfile.is_zipfile(io.BytesIO(b"PK")), attempt(zipfile.ZipFile, buffer, "q"), attempt(zipfile.ZipFile, buffer, compression=77))
data = bytearray(buffer.getvalue())
data[40] ^= 0xff
with zipfile.ZipFile(io.BytesIO(data)) as z:
    print(attempt(z.testzip), attempt(z.read, "a.txt"))
for mode in ("w", "w:gz", "w:bz2", "w:xz"):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode, format=tarfile.PAX_FORMAT) as t:
        for name, content, kind in (("f.txt", b"content", tarfile.REGTYPE), ("d", b"", tarfile.DIRTYPE), ("link", b"", tarfile.SYMTYPE), ("é" * 80, b"long name", tarfile.REGTYPE)):
            info = tarfile.TarInfo(name)
            info.size, info.type, info.mtime, info.mode, info.linkname, info.uname = len(content), kind, 1e9, 0o640, "f.txt" if kind == tarfile.SYMTYPE else "", "user"
            t.addfile(info, io.BytesIO(content))
    with tarfile.open(fileobj=io.BytesIO(out.getvalue())) as t:
        print(mode, [(m.name[:8], m.size, m.mode, m.isdir(), m.issym(), m.linkname, m.mtime) for m in t], t.extractfile("f.txt").read(), attempt(t.extractfile, "d"), t.extractfile("link").read(), attempt(t.getmember, "zz"), attempt(t.addfile, info))
with tempfile.TemporaryDirectory() as folder:
    with tarfile.open(fileobj=io.BytesIO(out.getvalue())) as t:
        t.extractall(folder)
        print(sorted(n[:8] for n in os.listdir(folder)), open(os.path.join(folder, "link")).read(), os.path.islink(os.path.join(folder, "link")))
        t.list(verbose=False)
print(attempt(tarfile.open, fileobj=io.BytesIO(b"junk" * 200)), attempt(tarfile.open, fileobj=io.BytesIO(b"")), attempt(tarfile.open, fileobj=io.BytesIO(), mode="zz"), attempt(tarfile.open, "/no/such"), attempt(tarfile.open), repr(tarfile.TarInfo("x"))[:13], tarfile.TarInfo("a/b").tobuf()[:4])
