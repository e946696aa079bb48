# _posixsubprocess.fork_exec: redirection, errors written to the pipe, directory, environment, preexec_fn.
import _posixsubprocess
import os


def run(arguments, *, programs=None, cwd=None, env=None, preexec=None, vfork=True, keep=(), session=False, umask=-1, stderr=False):
    out_read, out_write = os.pipe()
    error_read, error_write = os.pipe()
    programs = programs or [os.fsencode(arguments[0])]
    pid = _posixsubprocess.fork_exec(arguments, programs, True, tuple(sorted({error_write, *keep})), cwd, env, -1, -1, -1, out_write,
                                     -1, out_write if stderr else -1, error_read, error_write, True, session, -1, None, None, None,
                                     umask, preexec, vfork)
    os.close(out_write)
    os.close(error_write)
    output = b"".join(iter(lambda: os.read(out_read, 1000), b""))
    failure = b"".join(iter(lambda: os.read(error_read, 1000), b""))
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    os.close(out_read)
    os.close(error_read)
    return output, failure, status


print(run(["/bin/echo", "one", "two"]))
print(run(["/bin/sh", "-c", "exit 3"], vfork=False))
print(run(["/bin/sh", "-c", "kill -9 $$"]))
print(run(["x", "y"], programs=[b"/no/such/program", b"/nor/this"]))
print(run(["x"], programs=[b"/etc/passwd", b"/no/such"]))
print(run(["sh", "-c", "echo $0"], programs=[b"/no/such/sh", b"/bin/sh"]))
print(run(["/bin/pwd"], cwd="/usr/lib"))
print(run(["/bin/pwd"], cwd=b"/no/such/directory"))
print(run(["/bin/sh", "-c", "echo $A-$B"], env=[b"A=1", b"B=2"]))
print(run(["/bin/sh", "-c", "echo out; echo err >&2"], stderr=True))
print(run(["/bin/sh", "-c", "umask"], umask=0o27))
print(run(["/bin/echo", b"bytes", "s\udce4"]))
print(run(["/bin/sh", "-c", "ls /proc/self/fd | wc -l"])[0].strip() in (b"3", b"4"))
print(run(["/bin/echo"], preexec=lambda: os.write(1, b"before ")))


def fails():
    raise ValueError("no")


print(run(["/bin/echo"], preexec=fails))


def show(*arguments):
    try:
        print(_posixsubprocess.fork_exec(*arguments))
    except Exception as error:
        print(type(error).__name__, error)


good = [["/bin/true"], [b"/bin/true"], True, (5,), None, None, -1, -1, -1, -1, -1, -1, 4, 5, True, False, -1, None, None, None, -1, None, True]


def changed(index, value):
    arguments = list(good)
    arguments[index] = value
    show(*arguments)


changed(3, [5])
changed(3, (5, 4))
changed(3, (-1,))
changed(3, ("x",))
changed(13, 2)
changed(0, 5)
changed(0, [5])
changed(1, ["x"])
changed(1, [b"a\0b"])
changed(0, ["a\0b"])
changed(5, ["x"])
changed(18, 5)
changed(18, ["x"])
changed(6, "x")
