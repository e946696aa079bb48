"""Stream readers and writers of multibyte codecs, text files, and errors of their streams."""
import codecs
import io
import os
import tempfile


def attempt(function, *arguments):
    try:
        return ascii(function(*arguments))
    except Exception as error:
        return f"{type(error).__name__}: {ascii(str(error))}"


lines = "\u3042\u3044\n\u6f22\u5b57 abc\nlast"
for name in ("euc_jp", "gb18030", "big5", "cp949", "iso2022_jp", "hz"):
    octets = lines.encode(name, "replace")
    for size in (1, 2, 3, None):
        reader = codecs.getreader(name)(io.BytesIO(octets))
        parts = []
        while part := reader.read(size):
            parts.append(part)
        assert "".join(parts) == octets.decode(name), (name, size)
        print(name, size, len(parts), ascii(parts[0]))
    reader = codecs.getreader(name)(io.BytesIO(octets))
    print(ascii(reader.readline()), ascii(reader.readline(2)), ascii(reader.readlines()), ascii(reader.read()), reader.reset())
    reader = codecs.getreader(name)(io.BytesIO(octets[:2] if name != "hz" else octets[:3]))
    print(attempt(reader.read), attempt(reader.read, 0), attempt(reader.read, "x"), attempt(reader.readlines, 1.5))

    target = io.BytesIO()
    writer = codecs.getwriter(name)(target)
    writer.write("\u3042")
    writer.writelines(["\n", "\u4e00", 5])
    print(writer.reset(), target.getvalue(), writer.stream is target, writer.errors)
    print(attempt(writer.writelines, 5), attempt(writer.write, "\ud800"), attempt(writer.writelines, {"a": 1}))

target = io.BytesIO()
writer = codecs.getwriter("euc_jis_2004")(target)
writer.write("\u304b")
print(target.getvalue(), writer.reset(), target.getvalue())
writer.write("\xe6")
writer.write("\u0300")
print(target.getvalue())


class Odd:
    def read(self, *size):
        return "text"

    def write(self, octets):
        raise OSError("full")


print(attempt(codecs.getreader("gbk")(Odd()).read), attempt(codecs.getwriter("gbk")(Odd()).write, "x"))
print(attempt(codecs.getreader("gbk")(5).read), attempt(codecs.getreader("gbk")), attempt(codecs.getreader("gbk"), 1, 2))

path = os.path.join(tempfile.mkdtemp(), "text")
for name in ("shift_jis", "iso2022_jp", "gb18030", "iso2022_kr"):
    with open(path, "w", encoding=name, errors="replace") as file:
        file.write(lines)
        file.write("\n\uac00\n")
    with open(path, encoding=name) as file:
        print(name, ascii(file.readline()), ascii(file.read(2)), ascii(file.read()))
    with open(path, "a", encoding=name, errors="ignore") as file:
        file.write("\u4e00")
    with open(path, "rb") as file:
        print(file.read())
    with codecs.open(path, encoding=name) as file:
        print([ascii(line) for line in file])
os.remove(path)
