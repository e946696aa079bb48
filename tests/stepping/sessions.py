"""Scripted sessions of `minipy --step`: what the commands of NAME.steps print for the program NAME.py is what
NAME.expected holds, exit code in the last line.

usage: python3.11 sessions.py MINIPY [NAME...] [--update]     --update: writes what is printed now
"""
import difflib
import pathlib
import re
import subprocess
import sys

folder = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(folder.parent))
import environment  # noqa: E402
ADDRESS = re.compile(rb"0x[0-9a-f]{6,}")


def run(minipy, name):
    command = [minipy, "--step", "--step-commands", f"{name}.steps", f"{name}.py"]
    done = subprocess.run(command, cwd=folder, input=b"typed\n", stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          env=environment.for_sessions(), timeout=60)
    shown = ADDRESS.sub(b"0x...", done.stdout).replace(str(folder).encode() + b"/", b"")
    return shown.decode(errors="replace") + f"exit code {done.returncode}\n"


def main():
    minipy = str(pathlib.Path(sys.argv[1]).resolve())
    wanted = [word for word in sys.argv[2:] if not word.startswith("-")]
    names = wanted or sorted(path.stem for path in folder.glob("*.steps"))
    failed = 0
    for name in names:
        file = folder / f"{name}.expected"
        shown = run(minipy, name)
        if "--update" in sys.argv:
            file.write_text(shown)
            continue
        expected = file.read_text()
        if shown != expected:
            failed += 1
            difference = difflib.unified_diff(expected.splitlines(), shown.splitlines(), "expected", "shown", "", "", 2,
                                              "")
            print(f"--- {name}", *difference, sep="\n")
    print(f"{len(names)} sessions, {failed} different")
    return 1 if failed or not names else 0


if __name__ == "__main__":
    sys.exit(main())
