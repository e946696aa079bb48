"""Runs the programs of hostile/ under CPython and under minipy: what they do must end in the same way, whatever it is.

usage: hostile.py MINIPY [PATTERN ...]
A program that ends by itself, whether well or with an exception, is compared by its exit code and by the type of the
exception at the end of its standard error; the lines that it prints on standard output must be equal. One that stumbles
half way under both alike is a fault of the program: the exit code has to be 0. It may take
TIMEOUT seconds and MEMORY bytes; a signal is a crash. A first line "# own limit: REASON" says that only minipy is run,
where CPython itself crashes or hangs: then any exit without a signal is good.
"""
import concurrent.futures
import pathlib
import re
import resource
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import environment  # noqa: E402

TIMEOUT = 120
MEMORY = 3 << 30
LAST_ERROR = re.compile(r"^([A-Za-z_][\w.]*)(?::|$)")


def limit_memory():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def is_sanitized(minipy):
    return b"__asan_init" in pathlib.Path(minipy).read_bytes()


def run(command, program, limited):
    """(how it ended, standard output, standard error)"""
    with tempfile.TemporaryDirectory() as folder:
        try:
            done = subprocess.run([*command, "-W", "ignore", program], cwd=folder,
                                  env=environment.for_programs(), timeout=TIMEOUT, stdin=subprocess.DEVNULL,
                                  capture_output=True,
                                  preexec_fn=limit_memory if limited else None)
        except subprocess.TimeoutExpired:
            return "hangs", "", ""
    errors = done.stderr.decode(errors="replace")
    lines = [line for line in errors.splitlines() if LAST_ERROR.match(line)]
    kind = LAST_ERROR.match(lines[-1]).group(1) if done.returncode == 1 and lines else ""
    ended = f"signal {-done.returncode}" if done.returncode < 0 else f"exit code {done.returncode} {kind}".rstrip()
    return ended, done.stdout.decode(errors="replace"), errors


def complaint(minipy, limited, program):
    """What is wrong with the program's run under minipy, or None."""
    found, output, errors = run([minipy], program, limited)
    crashed = found == "hangs" or found.startswith("signal") or "Sanitizer" in errors or "runtime error:" in errors
    if crashed:
        return f"{program.name}: {found}\n{errors[-2000:]}"
    if program.read_text(encoding="utf-8").startswith("# own limit:"):
        return None
    expected, expected_output, _ = run([sys.executable], program, True)
    if expected != "exit code 0":
        return f"{program.name}: {expected} under CPython"
    if found != expected:
        return f"{program.name}: CPython {expected}, minipy {found}\n{errors[-1500:]}"
    if output != expected_output:
        return f"{program.name}: output differs\n--- CPython\n{expected_output[-1500:]}\n--- minipy\n{output[-1500:]}"
    return None


def main():
    minipy, patterns = str(pathlib.Path(sys.argv[1]).resolve()), sys.argv[2:] or [""]
    programs = [path for path in sorted((HERE / "hostile").glob("*.py"))
                if any(pattern in path.name for pattern in patterns)]
    limited = not is_sanitized(minipy)     # AddressSanitizer reserves terabytes of addresses
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        complaints = list(filter(None, pool.map(lambda program: complaint(minipy, limited, program), programs)))
    print(*complaints, sep="\n")
    print(f"{len(programs)} hostile programs, {len(complaints)} complaints")
    return 1 if complaints or not programs else 0


if __name__ == "__main__":
    sys.exit(main())
