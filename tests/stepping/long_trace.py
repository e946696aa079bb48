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
INSTRUCTIONS = 1_000_000
INSTRUCTIONS_PER_ROUND = 7
SAMPLED_EVERY = 50_000
GROWTH_ALLOWED = 256      # KiB
SECONDS_ALLOWED = 120     # generous: the machine may be busy with other tests


def peak_memory(process):
    """The most memory that the process has had resident, in KiB; None once it has ended."""
    try:
        lines = open(f"/proc/{process.pid}/status").read().splitlines()
    except OSError:
        return None
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM:")), None)


def trace(minipy):
    """The number of instructions shown, and the peaks of memory on the way."""
    shown, peaks = 0, []
    with tempfile.NamedTemporaryFile("w", suffix=".py") as program:
        program.write(PROGRAM.format(INSTRUCTIONS // INSTRUCTIONS_PER_ROUND))
        program.flush()
        process = subprocess.Popen([minipy, "--trace", program.name], stderr=subprocess.PIPE)
        for line in process.stderr:
            if b"  ->  " not in line:
                continue
            shown += 1
            if shown % SAMPLED_EVERY == 0:
                peaks.append(peak_memory(process))
        process.wait()
    return shown, [peak for peak in peaks if peak]


def main():
    begin = time.monotonic()
    shown, peaks = trace(sys.argv[1])
    seconds = time.monotonic() - begin
    print(f"{shown} instructions in {seconds:.1f} s; peak memory {peaks[0]} KiB after {SAMPLED_EVERY} of them, "
          f"{peaks[-1]} KiB near the end")
    grown = peaks[-1] - peaks[0]
    return 0 if shown >= 0.999 * INSTRUCTIONS and grown <= GROWTH_ALLOWED and seconds < SECONDS_ALLOWED else 1


if __name__ == "__main__":
    sys.exit(main())
