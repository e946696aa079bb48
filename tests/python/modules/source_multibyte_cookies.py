"""Sources in multibyte encodings: compile() of bytes, files that are imported or run, bytes that are none."""
import importlib
import linecache
import os
import subprocess
import sys
import tempfile

folder = tempfile.mkdtemp()
sys.path.insert(0, folder)
sys.dont_write_bytecode = True


def attempt(function, *arguments):
    try:
        return ascii(function(*arguments))
    except SyntaxError as error:
        return f"{type(error).__name__}: {ascii(error.msg)} {error.lineno}"
    except Exception as error:
        return f"{type(error).__name__}: {ascii(str(error))}"


for name in ("gbk", "GB2312", "gb18030", "big5", "big5hkscs", "cp950", "euc_kr", "cp949", "johab", "shift_jis", "sjis",
             "cp932", "euc-jp", "euc_jis_2004", "ujis", "iso2022_jp", "iso-2022-kr", "hz", "no_such"):
    text = f"# coding: {name}\nvalue = '\u4e00\u4e8c'\nline = 3\n"
    try:
        octets = text.encode(name)
    except LookupError:
        octets = text.encode()
    scope = {}
    print(name, attempt(lambda: exec(compile(octets, "text", "exec"), scope)), ascii(scope.get("value")))
    module = "source_" + name.replace("-", "_")
    path = os.path.join(folder, module + ".py")
    with open(path, "wb") as file:
        file.write(octets)
    print(name, attempt(lambda: importlib.import_module(module).value), attempt(linecache.getline, path, 2))

for name in ("gbk", "shift_jis", "iso2022_jp", "euc_kr"):
    for octets in (b"x = '\xff'\n", b"x = '\x81'\n", b"# \x81\n", b"x = 1\ny = '\x1b$B!'\n"):
            print(name, octets, attempt(lambda: compile(b"# coding: " + name.encode() + b"\n" + octets, "text", "exec").co_consts))

path = os.path.join(folder, "program.py")
with open(path, "wb") as file:
    file.write("# -*- coding: gbk -*-\n\u53d8\u91cf = '\u4e2d\u6587'\nprint(ascii(\u53d8\u91cf))\n"
               "raise ValueError('\u4e2d')\n".encode("gbk"))
done = subprocess.run([sys.executable, path], capture_output=True, env={**os.environ, "PYTHONIOENCODING": "utf-8"})
print(done.stdout, done.stderr.replace(folder.encode(), b"FOLDER").decode(), done.returncode)
