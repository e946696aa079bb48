"""A socketpair: partial reads, flags, timeouts, shutdown, makefile, recv_into, sendmsg, descriptors passed,
errors."""
import array
import os
import socket


def attempt(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


a, b = socket.socketpair()
print(a.send(b"hello"), b.recv(2), b.recv(10, socket.MSG_PEEK), b.recv(10), a.family.name, a.type.name,
      a.fileno() > 2)
a.sendall(bytearray(b"x" * 5000))
print(len(b.recv(5000, socket.MSG_WAITALL)), a.sendmsg([b"one", memoryview(b"two")]), b.recvmsg(100)[:2])
buffer = bytearray(8)
a.send(b"into")
print(b.recv_into(buffer, 3), buffer, b.recv_into(memoryview(buffer)[4:]), buffer)
b.settimeout(0.001)
print(attempt(lambda: b.recv(1)), b.gettimeout(), b.getblocking())
b.setblocking(False)
print(attempt(lambda: b.recv(1)), b.gettimeout())
b.settimeout(None)
f = a.makefile("rw", newline="\n")
g = b.makefile("rb")
print(f.write("line 1\nline 2\n"), f.flush(), g.readline(), g.read(3), attempt(lambda: g.write(b"x")))
r, w = os.pipe()
socket.send_fds(a, [b"fd"], [w])
g.read(4)
message, fds, *_ = socket.recv_fds(b, 10, 1)
os.write(fds[0], b"through")
print(message, os.read(r, 10))
[os.close(fd) for fd in (r, w, *fds)]
print(a.shutdown(socket.SHUT_WR), b.recv(5), b.recv(5), attempt(lambda: a.send(b"x")))
for action in (lambda: a.recv(-1), lambda: a.recv("x"), lambda: a.send("text"), lambda: a.settimeout(-1),
               lambda: a.bind("x\0" * 200), lambda: a.accept(),
               lambda: a.connect(5), lambda: socket.socket(999), lambda: socket.socket(fileno=-5),
               lambda: socket.socket(fileno=9999), lambda: a.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE),
               lambda: a.shutdown(9), lambda: b.recv_into(b"const"), lambda: a.makefile("z"),
               lambda: a.makefile("r", buffering=0), lambda: a.getpeername(), lambda: a.dup().close()):
    print(attempt(action))
f.close(), g.close()
with b:
    pass
a.close()
print(a.fileno(), attempt(lambda: a.send(b"x")), a, attempt(lambda: b.detach()), b._closed)
print([attempt(lambda: socket.inet_aton(t)) for t in ("1.2.3.4", "1.2", "x", "256.1.1.1")],
      socket.inet_ntoa(b"\1\2\3\4"), attempt(lambda: socket.inet_ntoa(b"x")),
      socket.inet_pton(socket.AF_INET6, "::1"), socket.htons(1), socket.ntohl(1),
      attempt(lambda: socket.htons(70000)), attempt(lambda: socket.inet_pton(socket.AF_INET, "::")))
