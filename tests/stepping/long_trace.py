"""The trace of a program of a million instructions is a stream: memory does not grow with it.

usage: python3.11 long_trace.py MINIPY
"""
import subprocess
import sys
import tempfile
import time

PROGRAM = """def loop(n):
    for i in range(n):
        i + i
loop({})
"""
INSTRUCTIONS_PER_ROUND = 7
GROWTH_ALLOWED = 2 << 10  # KiB
SECONDS_ALLOWED = 60      # generous: the machine may be busy with other tests


def trace(minipy, instructions):
    """The number of instructions shown, and the peak memory of the process in KiB."""
    measured = [sys.executable, "-c",
                "import resource, subprocess, sys; subprocess.run(sys.argv[1:]); "
                "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"]
    with tempfile.NamedTemporaryFile("w", suffix=".py") as program:
        program.write(PROGRAM.format(instructions // INSTRUCTIONS_PER_ROUND))
        program.flush()
        process = subprocess.Popen([*measured, minipy, "--trace", program.name],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        shown = sum(b"  ->  " in line for line in process.stderr)
        memory = int(process.stdout.read())
        process.wait()
    return shown, memory


def main():
    minipy = sys.argv[1]
    _, small = trace(minipy, 1000)
    begin = time.monotonic()
    shown, large = trace(minipy, 1_000_000)
    seconds = time.monotonic() - begin
    print(f"{shown} instructions in {seconds:.1f} s; peak memory {large} KiB, of a short trace {small} KiB")
    return 0 if shown >= 999_000 and large - small < GROWTH_ALLOWED and seconds < SECONDS_ALLOWED else 1


if __name__ == "__main__":
    sys.exit(main())
