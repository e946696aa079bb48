"""Other programs: started, fed, read, waited for. Here the other program is this interpreter."""
import signal
import subprocess
import sys

PYTHON = [sys.executable, "-S", "-c"]


def python(code, *arguments, **options):
    return subprocess.run([*PYTHON, code, *arguments], capture_output=True, text=True, **options)


done = python("import sys; print('out', sys.argv[1:]); print('err', file=sys.stderr); sys.exit(3)", "a", "b c")
print(done.returncode, done.stdout, done.stderr, sep="|")

# Input goes in as text; check=True makes an exception of a failure.
print(python("import sys; print(sys.stdin.read().upper())", input="shout").stdout.strip())
try:
    python("raise SystemExit('no luck')", check=True)
except subprocess.CalledProcessError as error:
    print("exit code", error.returncode, error.stderr.strip())
try:
    subprocess.run(["/no/such/program"])
except FileNotFoundError as error:
    print(error)
try:
    python("import time; time.sleep(30)", timeout=0.2)
except subprocess.TimeoutExpired as error:
    print("given up after", error.timeout)

# Popen: both run at the same time and talk through pipes.
talk = subprocess.Popen([*PYTHON, "for line in iter(input, 'end'): print(len(line), flush=True)"],
                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
for word in ("one", "three"):
    print(word, file=talk.stdin)
    print(word, talk.stdout.readline().strip())
print(talk.poll(), talk.communicate("end\n"), talk.wait())

# A pipeline: the output of one is the input of the next.
first = subprocess.Popen([*PYTHON, "print(*range(5), sep='\\n')"], stdout=subprocess.PIPE)
second = subprocess.run([*PYTHON, "import sys; print(sum(map(int, sys.stdin)))"], stdin=first.stdout,
                        capture_output=True, text=True)
first.stdout.close()
print(second.stdout.strip(), first.wait())

# Environment and signals.
print(python("import os; print(os.environ.get('NAME'))", env={"NAME": "value"}).stdout.strip())
sleeper = subprocess.Popen([*PYTHON, "import time; print('up', flush=True); time.sleep(30)"], stdout=subprocess.PIPE)
sleeper.stdout.readline()
sleeper.send_signal(signal.SIGTERM)
print(sleeper.wait() == -signal.SIGTERM, subprocess.getoutput("echo $((6 * 7))"))
sleeper.stdout.close()
