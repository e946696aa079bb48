"""subprocess: run, Popen, pipes, timeouts, exit codes, signals, environment, text modes, errors."""
import os
import signal
import subprocess
import sys


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error if not isinstance(error, subprocess.TimeoutExpired) else error.cmd)


PY = [sys.executable, "-S", "-c"]
attempt(lambda: subprocess.run(["echo", "hello"], capture_output=True))
attempt(lambda: subprocess.run(["false"]).returncode)
attempt(lambda: subprocess.run(["false"], check=True))
attempt(lambda: subprocess.run("echo shell $VAR; exit 3", shell=True, capture_output=True, text=True,
                               env={"VAR": "value"}))
attempt(lambda: subprocess.run(["/no/such/program"]))
attempt(lambda: subprocess.run([]))
attempt(lambda: subprocess.run(["cat"], input=b"bytes", stdout=subprocess.PIPE).stdout)
attempt(lambda: subprocess.run(["cat"], input="text é\r\n", stdout=subprocess.PIPE, encoding="utf-8").stdout)
attempt(lambda: subprocess.run(["cat"], input="x", stdin=subprocess.PIPE))
attempt(lambda: subprocess.run(["echo"], capture_output=True, stdout=subprocess.PIPE))
attempt(lambda: subprocess.check_output(["sh", "-c", "echo out; echo err >&2; exit 2"],
                                        stderr=subprocess.STDOUT))
attempt(lambda: subprocess.check_call(["true"]))
attempt(lambda: subprocess.call(["sh", "-c", "kill -TERM $$"]))
attempt(lambda: subprocess.run(["sh", "-c", "kill -KILL $$"], check=True))
attempt(lambda: subprocess.run(["sleep", "5"], timeout=0.05))
attempt(lambda: subprocess.getoutput("echo one; echo two"))
attempt(lambda: subprocess.getstatusoutput("exit 4"))
attempt(lambda: subprocess.run(["pwd"], cwd="/", capture_output=True, text=True).stdout)
attempt(lambda: subprocess.run(["pwd"], cwd="/no/such"))
attempt(lambda: subprocess.run(["echo", 5]))
attempt(lambda: subprocess.run(["echo", "nul\0"]))
attempt(lambda: subprocess.Popen(["echo"], bufsize="x"))
p = subprocess.Popen(PY + ["import sys\nfor line in sys.stdin: print(line.strip().upper(), flush=True)"],
                     stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
for word in ("one", "two"):
    p.stdin.write(word + "\n")
    p.stdin.flush()
    print(p.stdout.readline().strip(), p.poll())
p.stdin.close()
print(p.wait(), p.returncode, p.poll(), p.args[0] == sys.executable, p.stdout.read() == "")
p.stdout.close()
with subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as p:
    print(p.communicate(b"x" * 100000)[0].count(b"x"), p.returncode)
p = subprocess.Popen(["sleep", "5"])
p.send_signal(signal.SIGINT)
print(p.wait(), p)
p = subprocess.Popen(["sleep", "5"])
p.terminate()
print(p.wait(timeout=5), -signal.SIGTERM, p.terminate())
r, w = os.pipe()
p = subprocess.Popen(["sh", "-c", f"echo through >&{w}"], pass_fds=[w])
os.close(w)
print(os.read(r, 100), p.wait())
os.close(r)
a = subprocess.Popen(["printf", "b\\na\\n"], stdout=subprocess.PIPE)
b = subprocess.Popen(["sort"], stdin=a.stdout, stdout=subprocess.PIPE, text=True)
a.stdout.close()
print(repr(b.communicate()[0]), a.wait())
done = subprocess.run(PY + ["import sys; sys.stderr.write('e'); sys.exit(5)"], stderr=subprocess.PIPE,
                      stdout=subprocess.DEVNULL, universal_newlines=True)
print(done.stderr, done.returncode, done.stdout)
print(subprocess.CompletedProcess(["a"], 1, "o", "e"), subprocess.CalledProcessError(-9, "cmd"),
      subprocess.CalledProcessError(-99, "cmd"), subprocess.TimeoutExpired("cmd", 5),
      subprocess.list2cmdline(["a b", 'c"d', "e\\"]))
