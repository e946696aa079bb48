"""The commands shown in docs/ print what is shown there.

usage: python3.11 docs_examples.py MINIPY [--update]

A block ```console holds lines "$ minipy ..." (or "$ python3.11 ..."), each with its output below, run in
docs/examples; standard error counts as output. A block ```python that begins with "# NAME.py" shows that file
of docs/examples. --update writes what the commands print now into the documents.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import environment

BLOCK = re.compile(r"^```(console|python)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
# Addresses differ from run to run.
ADDRESS = re.compile(r"0x[0-9a-f]{6,}")
docs = pathlib.Path(__file__).resolve().parent.parent / "docs"


def run(command, minipy):
    program = {"minipy": minipy, "python3.11": sys.executable}
    words = command.split()
    words[0] = program.get(words[0], words[0])
    result = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60,
                            env=environment.for_sessions())
    return ADDRESS.sub("0x...", result.stdout.decode()).replace(os.getcwd() + "/", "")


def console(text, minipy):
    commands = [line[2:] for line in text.splitlines() if line.startswith("$ ")]
    return "".join(f"$ {command}\n{run(command, minipy)}" for command in commands)


def expected(kind, text, minipy):
    if kind == "console":
        return console(text, minipy)
    named = re.match(r"# (\w+\.py)\n", text)
    return f"# {named[1]}\n" + (docs / "examples" / named[1]).read_text() if named else text


def main():
    minipy = os.path.abspath(sys.argv[1])
    update = "--update" in sys.argv
    blocks = failures = 0
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(docs / "examples", folder, dirs_exist_ok=True)
        os.chdir(folder)
        for path in sorted(docs.glob("*.md")):
            def check(block):
                nonlocal blocks, failures
                wanted = f"```{block[1]}\n{expected(block[1], block[2], minipy)}```"
                blocks += 1
                if wanted != block[0]:
                    failures += 1
                    print(f"{path.name}: shown\n{block[0]}\nbut it is\n{wanted}\n")
                return wanted
            text = path.read_text()
            changed = BLOCK.sub(check, text)
            if update and changed != text:
                path.write_text(changed)
        os.chdir("/")
    print(f"{blocks} blocks, {failures} differ")
    return 1 if failures and not update or not blocks else 0


if __name__ == "__main__":
    sys.exit(main())
