"""The projects of examples/projects/: their tests, and the sessions that their READMEs show, under CPython and minipy.

usage: python3.11 projects.py MINIPY [--update] [--option OPT]... [NAME...]

A project is a folder with README.md and tests/. Its tests have to succeed under both interpreters, with the same
report. A block ```console of the README holds commands "$ python3 ...", each with what it prints below (standard
error counts) and "[exit N]" if it fails; both interpreters have to print that. All commands of a README run one
after the other in one copy of the folder. --update writes what CPython prints into the READMEs.
"""
import argparse
import difflib
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

import environment

PROJECTS = pathlib.Path(__file__).resolve().parent.parent / "examples" / "projects"
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
ADDRESS = re.compile(r"0x[0-9a-f]{6,}")
SECONDS = re.compile(r"\bin \d+\.\d+s")
TIMEOUT = 120


def run(words, folder):
    try:
        done = subprocess.run(words, cwd=folder, env=environment.for_sessions(COLUMNS="100"), timeout=TIMEOUT,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    except subprocess.TimeoutExpired:
        return "timed out\n"
    text = ADDRESS.sub("0x...", done.stdout.decode(errors="replace")).replace(f"{folder}/", "")
    if text and not text.endswith("\n"):
        text += "\n"
    return text + (f"[exit {done.returncode}]\n" if done.returncode else "")


def readme_of(project, interpreter):
    """The README as it would be if its blocks showed what the interpreter prints."""
    def shown(block):
        lines = []
        for line in block[1].splitlines():
            if line.startswith("$ "):
                program, *words = shlex.split(line[2:])
                assert program == "python3", line
                lines.append(line + "\n" + run([*interpreter, *words], folder))
        return "```console\n" + "".join(lines) + "```"

    with tempfile.TemporaryDirectory() as parent:
        folder = pathlib.Path(parent).resolve() / project.name
        shutil.copytree(project, folder, ignore=shutil.ignore_patterns("__pycache__"))
        return BLOCK.sub(shown, (project / "README.md").read_text())


def report_difference(title, left, right, names):
    lines = list(difflib.unified_diff(left.splitlines(), right.splitlines(), *names, lineterm="", n=1))
    if lines:
        print(f"--- {title}\n" + "\n".join(lines[:40]))
    return bool(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("minipy")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--option", action="append", default=[], help="an option for minipy: --option=--gc-stress")
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    cpython = [sys.executable, "-S"]
    minipy = [str(pathlib.Path(arguments.minipy).resolve()), "-S", *arguments.option]
    projects = [folder for folder in sorted(PROJECTS.iterdir())
                if (folder / "README.md").exists() and (not arguments.names or folder.name in arguments.names)]
    failed = not projects
    for project in projects:
        reports = [SECONDS.sub("in N s", run([*interpreter, "-m", "unittest", "-v"], project))
                   for interpreter in (cpython, minipy)]
        failed |= report_difference(f"{project.name}: tests", *reports, ("CPython", "minipy"))
        if "\n\nOK" not in reports[0]:
            failed = True
            print(f"--- {project.name}: tests under CPython\n{reports[0]}")

        by_cpython = readme_of(project, cpython)
        if arguments.update:
            (project / "README.md").write_text(by_cpython)
        shown = (project / "README.md").read_text()
        failed |= report_difference(f"{project.name}: README", shown, by_cpython, ("README.md", "CPython"))
        failed |= report_difference(f"{project.name}: session", by_cpython, readme_of(project, minipy),
                                    ("CPython", "minipy"))
        ran = re.search(r"^Ran (\d+) tests", reports[0], re.MULTILINE)
        commands = sum(block.count("\n$ ") + block.startswith("$ ") for block in BLOCK.findall(shown))
        print(f"{project.name}: {ran[1] if ran else 'no'} tests, {commands} commands")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
