"""zipapp: a folder of modules becomes one file that runs, because a zip file can stand on sys.path."""
import io
import pathlib
import subprocess
import sys
import tempfile
import zipapp
import zipfile

FILES = {
    "greeter/__init__.py": "",
    "greeter/words.py": "def greeting(name):\n    return f'hello {name}'\n",
    "greeter/cli.py": "import sys\nfrom importlib import resources\nfrom .words import greeting\n\n"
                      "def main():\n    print(greeting(sys.argv[1] if sys.argv[1:] else 'you'))\n"
                      "    print(resources.files(__package__).joinpath('data.txt').read_text().strip())\n"
                      "    sys.exit(None if sys.argv[1:] else 'no name given')\n",
    "greeter/data.txt": "read from inside the archive\n",
    "notes.md": "not needed at run time",
}


def run(*arguments):
    done = subprocess.run([sys.executable, "-S", *map(str, arguments)], capture_output=True, text=True)
    print(done.returncode, done.stdout.splitlines(), done.stderr.strip())


with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    for name, text in FILES.items():
        path = folder / "app" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    archive = folder / "greet.pyz"
    zipapp.create_archive(folder / "app", archive, interpreter="/usr/bin/env python3", compressed=True,
                          main="greeter.cli:main", filter=lambda path: path.suffix != ".md")
    print(archive.read_bytes()[:23], zipapp.get_interpreter(archive))
    with zipfile.ZipFile(archive) as inside:
        print(sorted(name for name in inside.namelist() if not name.endswith("/")))
        print(inside.read("__main__.py").decode().splitlines())

    run(archive, "Ada")
    run(archive)

    # Another interpreter line: the archive itself stays as it is.
    copy = io.BytesIO()
    zipapp.create_archive(archive, copy, interpreter="/usr/bin/python3.11")
    print(copy.getvalue().splitlines()[0])

    # Modules come out of the archive by zipimport.
    sys.path.insert(0, str(archive))
    import greeter.words
    print(greeter.words.greeting("Alan"), type(greeter.words.__loader__).__name__)

    for main in ("greeter", "not a name:main", None):
        try:
            zipapp.create_archive(folder / "app", folder / "wrong.pyz", main=main)
        except zipapp.ZipAppError as error:
            print(error)
    (folder / "app" / "__main__.py").write_text("print('the main file')\n")
    zipapp.create_archive(folder / "app", folder / "plain.pyz")
    run(folder / "plain.pyz")
