"""What an installed package says of itself, and how programs find plug-ins by it: dist-info and entry points."""
import contextlib
import importlib
import importlib.metadata as metadata
import pathlib
import runpy
import sys
import tempfile

# What an installer leaves behind: the package, and beside it a folder with texts about it.
FILES = {
    "greeter/__init__.py": "def hello(name='you'):\n    return f'hello {name}'\n",
    "greeter/__main__.py": "import sys\nfrom greeter import hello\nprint(hello(*sys.argv[1:]))\n",
    "greeter/styles.py": "class Loud:\n    def write(self, text):\n        return text.upper() + '!'\n",
    "greeter-1.2.dist-info/METADATA": "Metadata-Version: 2.1\nName: greeter\nVersion: 1.2\nSummary: says hello\n"
                                      "Requires-Dist: colours (>=2)\nRequires-Dist: pytest ; extra == 'test'\n",
    "greeter-1.2.dist-info/entry_points.txt": "[console_scripts]\ngreet = greeter:hello\n\n[greeter.styles]\n"
                                              "loud = greeter.styles:Loud\ngone = greeter.missing:Gone [extra]\n",
    "greeter-1.2.dist-info/RECORD": "greeter/__init__.py,,47\ngreeter/styles.py,,76\n",
}

with tempfile.TemporaryDirectory() as folder:
    for name, text in FILES.items():
        path = pathlib.Path(folder, name)
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    sys.path.insert(0, folder)
    importlib.invalidate_caches()

    # Nothing of the package itself has been imported to learn this.
    print(metadata.version("greeter"), metadata.metadata("greeter")["Summary"], metadata.requires("greeter"))
    print([str(file) for file in metadata.files("greeter")], "greeter" in sys.modules)

    # An entry point is a name, a module and a way into it. `console_scripts` become commands: this is all they do.
    command = metadata.entry_points(group="console_scripts")["greet"]
    print(command.name, command.value, command.module, command.attr)
    print(command.load()("Anna"))

    # Any other group is an agreement between a program and its plug-ins: who is installed is found.
    for point in sorted(metadata.entry_points(group="greeter.styles")):
        print(point.name, point.extras, end=": ")
        try:
            print(point.load()().write("well"))
        except ModuleNotFoundError as error:
            print(error)

    # python -m greeter runs greeter/__main__.py; runpy is what does it.
    sys.argv = ["greeter", "Ben"]
    with contextlib.suppress(SystemExit):
        result = runpy.run_module("greeter", run_name="__main__")
    print(result["__name__"], result["__package__"], pathlib.Path(result["__file__"]).name)

    try:
        metadata.version("not-there")
    except metadata.PackageNotFoundError as error:
        print(repr(error))
    sys.path.remove(folder)
