"""What audit hooks hear of files, processes and what else the system is asked for."""
import encodings.idna
import fcntl
import io
import mmap
import os
import re
import resource
import shutil
import signal
import socket
import sys
import syslog
import tempfile
import threading
import time

folder = os.path.realpath(tempfile.mkdtemp())
os.chdir(folder)
seen = None


def hook(event, arguments):
    if seen is not None:
        seen.append((event, arguments))


sys.addaudithook(hook)


def report(name, action):
    global seen
    seen = events = []
    try:
        action()
        outcome = ""
    except Exception as error:
        outcome = f"{type(error).__name__}: {error}".replace(folder, "FOLDER")
    seen = None
    print(name, outcome)
    for event, arguments in events:
        print("   ", event, ", ".join(map(show, arguments)))


def show(value):
    text = re.sub(r"\b[0-9]{4,}\b", "N", repr(value).replace(folder, "FOLDER"))
    return text if len(text) < 90 else text[:40] + "..."


def opened(*arguments, **names):
    open(*arguments, **names).close()


def fork():
    process = os.fork()
    if process == 0:
        os._exit(0)
    os.waitpid(process, 0)


path = "file.txt"
opened(path, "w")
fd = os.open(path, os.O_RDWR)
ACTIONS = dict(
    open_w=lambda: opened(path, "w"),
    open_r=lambda: opened(path),
    open_rb=lambda: opened(path, "rb", 0),
    open_rplus=lambda: opened(path, "r+b"),
    open_x=lambda: opened(path, "x"),
    open_a=lambda: opened(path, "ab"),
    open_missing=lambda: opened("missing"),
    open_fd=lambda: opened(os.dup(fd), "r"),
    open_fd_keep=lambda: opened(fd, "r", closefd=False),
    open_opener=lambda: opened(path, opener=lambda p, fl: os.open(p, fl)),
    open_code=lambda: io.open_code(os.path.abspath(path)).close(),
    fileio=lambda: io.FileIO(path, "r").close(),
    open_bytes=lambda: opened(path.encode()),
    os_open=lambda: os.close(os.open(path, os.O_RDONLY)),
    os_open_mode=lambda: os.close(os.open("made", os.O_CREAT | os.O_WRONLY, 0o600)),
    mmap_=lambda: mmap.mmap(-1, 10).close(),
    mmap_args=lambda: mmap.mmap(-1, 4096, access=mmap.ACCESS_WRITE).close(),
    mmap_bad=lambda: mmap.mmap(-1, 0),
    fcntl_arg=lambda: fcntl.fcntl(fd, fcntl.F_SETFD, 1),
    fcntl_bytes=lambda: fcntl.fcntl(fd, 999, b"ab"),
    flock=lambda: fcntl.flock(fd, fcntl.LOCK_SH),
    lockf_args=lambda: fcntl.lockf(fd, fcntl.LOCK_UN, 1, 2, 0),
    chdir=lambda: os.chdir("."),
    fchdir=lambda: os.fchdir(os.open(".", os.O_RDONLY)),
    chmod=lambda: os.chmod(path, 0o644),
    fchmod=lambda: os.fchmod(fd, 0o644),
    lchmod=lambda: os.chmod(path, 0o644, follow_symlinks=True),
    chown=lambda: os.chown(path, -1, -1),
    fchown=lambda: os.fchown(fd, -1, -1),
    lchown=lambda: os.lchown(path, -1, -1),
    link=lambda: os.link(path, "l"),
    symlink=lambda: os.symlink(path, "s"),
    readlink=lambda: os.readlink("s"),
    rename=lambda: os.rename("l", "m"),
    replace=lambda: os.replace("m", "n"),
    remove=lambda: os.remove("n"),
    unlink=lambda: os.unlink("s"),
    mkdir=lambda: os.mkdir("d"),
    rmdir=lambda: os.rmdir("d"),
    mkdir_mode=lambda: os.mkdir("e", mode=0o700),
    rmdir_dirfd=lambda: os.rmdir("e"),
    listdir=lambda: os.listdir(),
    listdir1=lambda: os.listdir("."),
    listdirb=lambda: os.listdir(b"."),
    scandir=lambda: os.scandir().close(),
    scandir1=lambda: os.scandir(".").close(),
    stat=lambda: os.stat(path),
    access=lambda: os.access(path, 4),
    getcwd=lambda: os.getcwd(),
    mkfifo=lambda: os.mkfifo("fifo"),
    truncate=lambda: os.truncate(path, 0),
    ftruncate=lambda: os.ftruncate(fd, 0),
    utime=lambda: os.utime(path, (1, 2)),
    utime_ns=lambda: os.utime(path, ns=(1, 2)),
    utime_none=lambda: os.utime(path),
    getxattr=lambda: os.getxattr(path, "user.x"),
    setxattr=lambda: os.setxattr(path, "user.x", b"1"),
    listxattr=lambda: os.listxattr(path),
    removexattr=lambda: os.removexattr(path, "user.x"),
    kill=lambda: os.kill(os.getpid(), 0),
    killpg=lambda: os.killpg(os.getpgrp(), 0),
    system=lambda: os.system("true"),
    putenv=lambda: os.putenv("K", "v"),
    unsetenv=lambda: os.unsetenv("K"),
    environ=lambda: os.environ.update(Q="1"),
    lockf_os=lambda: os.lockf(fd, os.F_TEST, 1),
    execv=lambda: os.execv("/no/such", ["a", "b"]),
    execve=lambda: os.execve("/no/such", ["a"], {"A": "b"}),
    posix_spawn=lambda: os.waitpid(os.posix_spawn("/bin/true", ["true"], {}), 0) and None,
    fork=fork,
    setrlimit=lambda: resource.setrlimit(resource.RLIMIT_CORE, resource.getrlimit(resource.RLIMIT_CORE)),
    prlimit=lambda: resource.prlimit(0, resource.RLIMIT_CORE),
    prlimit3=lambda: resource.prlimit(0, resource.RLIMIT_CORE, (0, 0)),
    pthread_kill=lambda: signal.pthread_kill(threading.get_ident(), 0),
    sock=lambda: socket.socket().close(),
    sock_args=lambda: socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM).close(),
    pair=lambda: [s.close() for s in socket.socketpair()],
    sysl=lambda: (syslog.openlog("me", 0, syslog.LOG_USER), syslog.setlogmask(255), syslog.closelog()),
    sleep=lambda: time.sleep(0),
)
for name, action in ACTIONS.items():
    report(name, action)
v = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
report("bind", lambda: v.bind(("127.0.0.1", 0)))
report("connect_bad", lambda: v.connect("x"))
report("connect", lambda: v.connect(("127.0.0.1", 9)))
report("connect_ex", lambda: v.connect_ex(("127.0.0.1", 9)))
report("sendmsg", lambda: v.sendmsg([b"x"]))
v.close()
v = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
report("sendto", lambda: v.sendto(b"x", ("127.0.0.1", 9)))
v.close()
report("names", lambda: (socket.gethostname(), socket.gethostbyname("127.0.0.1"),
                         socket.gethostbyname_ex("127.0.0.1")))
report("services", lambda: (socket.getservbyname("http"), socket.getservbyport(80, "tcp")))
report("getnameinfo", lambda: socket.getnameinfo(("127.0.0.1", 80), 3))
report("input", lambda: input("p"))
report("input without a prompt", lambda: input())
sys.stdin = io.StringIO("line\n")
report("input of a string", lambda: input("p"))
report("defaults", lambda: (fcntl.fcntl(1, fcntl.F_GETFD), socket.sethostname("x" * 300)))
report("lockf", lambda: fcntl.lockf(0, 99))
os.chdir("/")
shutil.rmtree(folder)
