"""Lines of files whose characters take one to four octets, read in all ways and written back."""
import io
import os
import tempfile

lines = ["plain\n", "é\n", "日本語 text\n", "\U0001f600 smile\n", "\n", "x" * 50 + "ÿ" * 50 + "\n", "ab" * 5000 + "é\n",
         "日" * 3000 + "\n", "carriage\rreturn\n", "pair\r\n", "no end"]
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "text")
    with open(path, "w", encoding="utf-8", newline="") as file:
        print(sum(map(file.write, lines)), file.tell())
    print(os.path.getsize(path))
    for newline in (None, "", "\n", "\r", "\r\n"):
        with open(path, encoding="utf-8", newline=newline) as file:
            by_line = list(file)
        with open(path, encoding="utf-8", newline=newline) as file:
            whole = file.read()
        with open(path, encoding="utf-8", newline=newline) as file:
            single = list(iter(file.readline, ""))
        print(repr(newline), len(by_line), [len(line) for line in by_line], "".join(by_line) == whole, single == by_line)
    copy = os.path.join(folder, "copy")
    for ending in (None, "\r\n"):
        with open(path, encoding="utf-8", newline="") as source, open(copy, "w", encoding="utf-8", newline=ending) as target:
            for line in source:
                target.write(line)
        print(repr(ending), open(path, "rb").read() == open(copy, "rb").read(), os.path.getsize(copy))
    with open(copy, "w", encoding="utf-8") as target:
        try:
            target.write("good\n")
            target.write("bad \ud800\n")
        except UnicodeEncodeError as error:
            print(error)
        target.write("é after\n")
    print(open(copy, "rb").read())
    with open(copy, "w", encoding="utf-8", errors="surrogateescape") as target:
        target.writelines(["a\udcff", "日\udc80\n"])
    print(open(copy, "rb").read(), ascii(open(copy, encoding="utf-8", errors="surrogateescape").read()))
    with open(copy, "wb") as target:
        target.write("日".encode()[:2])
    try:
        open(copy, encoding="utf-8").read()
    except UnicodeDecodeError as error:
        print(error)
stream = io.StringIO("é\n日\r\nx", newline=None)
print([ascii(line) for line in stream], io.StringIO("\U0001f600\ra\n", newline="").readlines())
