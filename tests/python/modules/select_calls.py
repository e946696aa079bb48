# select, poll and epoll over pipes, and what they refuse.
import os
import select


def show(function, *arguments, **keywords):
    try:
        print(getattr(function, "__name__", "?"), function(*arguments, **keywords))
    except Exception as error:
        print(getattr(function, "__name__", "?"), type(error).__name__, error)


r, w = os.pipe()


class File:
    def __init__(self, fd):
        self.fd = fd

    def fileno(self):
        return self.fd


print([len(part) for part in select.select([r], [w], [], 0)])
os.write(w, b"x")
mine = File(r)
ready = select.select([mine, r], [], [r], None)
print(ready[0] == [mine, r], ready[1:])
print(select.select((), (), (), 0.001), select.select([], [], [], 0))
for arguments in [(), (1, 2, 3), ([], [], [], "a"), ([], [], [], -1), (["a"], [], [], 0), ([-1], [], [], 0), ([100000], [], [], 0),
                  ([], [], [], float("nan")), ([], [], [], 1e300), ([], [], [], 0, 1), ([File("x")], [], []), ([File(-5)], [], []),
                  ([], [], [], 2**80)]:
    show(select.select, *arguments)
poll = select.poll()
print(type(poll), poll.poll(0))
poll.register(r, select.POLLIN)
poll.register(File(w))
print(poll.poll(0) == [(r, select.POLLIN), (w, select.POLLOUT)], poll.poll(0.5) is not None, len(poll.poll(None)))
poll.modify(w, 0)
print(poll.poll() == [(r, select.POLLIN)])
poll.unregister(r)
show(poll.poll, 5)
for call, *arguments in [(poll.register, 0, "a"), (poll.register, "a"), (poll.register, 0, -1), (poll.register, 0, 70000),
                         (poll.register, 0, 2**80), (poll.modify, 77, 1), (poll.unregister, 77), (poll.poll, "a"), (poll.poll, 1e300),
                         (poll.poll, float("nan")), (poll.poll, 2**40), (type(poll),)]:
    show(call, *arguments)
for arguments in [(-2,), (0,), (1, 5), ("a",), (1, 2, 3)]:
    show(select.epoll, *arguments)
with select.epoll() as epoll:
    print(epoll.closed, epoll.fileno() > 2)
    epoll.register(r, select.EPOLLIN)
    epoll.register(w, eventmask=select.EPOLLOUT | select.EPOLLET)
    print(sorted(epoll.poll(0)) == sorted([(r, select.EPOLLIN), (w, select.EPOLLOUT)]), len(epoll.poll(timeout=0.01, maxevents=1)))
    epoll.modify(w, 0)
    os.read(r, 1)
    print(epoll.poll(0))
    for call, *arguments in [(epoll.register, "a"), (epoll.register, -1), (epoll.register, 9999), (epoll.register, r), (epoll.poll, 0, 0),
                             (epoll.poll, 0, -2), (epoll.poll, "a"), (epoll.modify, 0, 1), (epoll.unregister, 0), (epoll.poll, 1e300)]:
        show(call, *arguments)
    epoll.unregister(r)
for call, *arguments in [(epoll.fileno,), (epoll.poll,), (epoll.close,), (epoll.register, 0), (epoll.__enter__,), (epoll.unregister, 0)]:
    show(call, *arguments)
print(epoll.closed, select.error is OSError, select.PIPE_BUF, select.EPOLLET, select.EPOLL_CLOEXEC == os.O_CLOEXEC)
print(sorted((name, value) for name, value in vars(select).items() if isinstance(value, int)))
