"""Scripted sessions of gdb: what the commands of tools/gdb/ print is what the sessions show.

usage: python3.11 run.py MINIPY [--update] [NAME...]

A session is a text "$ gdb --args minipy PROGRAM ..." followed by lines "(gdb) COMMAND", each with its output
below. Sessions are the files *.session here, whose programs are in this folder, and the blocks ```gdb of
docs/stepping*.md, whose programs are in docs/examples. gdb starts on the binary as anybody would start it, and
finds the scripts by itself. Addresses and process numbers are replaced, empty lines dropped. --update writes what
gdb prints now into the sessions.
"""
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import environment  # noqa: E402

here = pathlib.Path(__file__).resolve().parent
root = here.parent.parent
docs = root / "docs"
BLOCK = re.compile(r"^```gdb\n(.*?)^```$", re.DOTALL | re.MULTILINE)
NOISE = re.compile(r"^(\[Thread debugging using .*|Using host libthread_db .*|\[New Thread .*|\[Thread .* exited\]"
                   r"|\[New process .*|\[Switching to Thread .*|)\n", re.MULTILINE)
VARYING = [(re.compile(r"0x[0-9a-f]{6,}"), "0x..."), (re.compile(r"\(process \d+\)"), "(process ...)"),
           (re.compile(r"Thread 0x\S+ \(LWP \d+\)"), "Thread ...")]


def run(session, folder, minipy):
    """The session as it goes now."""
    first, *lines = session.splitlines()
    words = first.removeprefix("$ gdb --args minipy ").split()
    commands = [line.removeprefix("(gdb) ") for line in lines if line.startswith("(gdb) ")]
    script = "".join(f"echo (gdb) {command}\\n\n{tolerant(command)}\n" for command in commands)
    with tempfile.NamedTemporaryFile("w", suffix=".gdb") as file:
        file.write("set width 0\nset confirm off\n" + script)
        file.flush()
        result = subprocess.run(
            ["gdb", "-q", "-nh", "-iex", f"add-auto-load-safe-path {pathlib.Path(minipy).parent}", "-batch", "-x", file.name, "--args",
             minipy, *words],
            cwd=folder, env=environment.for_programs(HOME="/nonexistent", DEBUGINFOD_URLS=""),
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300)
    text = NOISE.sub("", result.stdout.decode(errors="replace")).replace(f"{folder.resolve()}/", "")
    for pattern, replacement in VARYING:
        text = pattern.sub(replacement, text)
    return f"{first}\n{text}"


def tolerant(command):
    """The command so that its failure is printed and the session goes on."""
    return f'python\ntry:\n    gdb.execute({command!r})\nexcept gdb.error as error:\n    print(error)\nend'


def sessions():
    """(name, file, text, folder of the programs) of each session."""
    for path in sorted(here.glob("*.session")):
        yield path.stem, path, path.read_text(), here
    for path in sorted(docs.glob("stepping*.md")):
        for number, block in enumerate(BLOCK.findall(path.read_text()), 1):
            yield f"{path.stem}-{number}", path, block, docs / "examples"


def main():
    minipy = os.path.abspath(sys.argv[1])
    names = [word for word in sys.argv[2:] if not word.startswith("--")]
    update = "--update" in sys.argv
    chosen = [session for session in sessions() if not names or session[0] in names]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda session: run(session[2], session[3], minipy), chosen))
    different = 0
    for (name, path, text, _), result in zip(chosen, results):
        if result == text:
            continue
        different += 1
        if update:
            path.write_text(path.read_text().replace(text, result) if text else result)
        else:
            report(name, text, result)
    print(f"{len(chosen)} sessions, {different} differ")
    return 1 if different and not update or not chosen else 0


def report(name, text, result):
    import difflib

    print("".join(difflib.unified_diff(text.splitlines(True), result.splitlines(True), f"{name} (as it should be)",
                                       f"{name} (as it is)")))


if __name__ == "__main__":
    sys.exit(main())
