"""select, poll, epoll and selectors on pipes: readiness, timeouts, modification, errors."""
import os
import select
import selectors


def attempt(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


r, w = os.pipe()
print(select.select([r], [w], [], 0) == ([], [w], []))
os.write(w, b"x")
print(select.select([r], [], [], 0) == ([r], [], []), select.select([], [], [], 0.001))
for args in (([9999], [], []), ([-1], [], []), (["x"], [], []), (5, [], []), ([], []), ([], [], [], "x"),
             ([], [], [], -1)):
    print(attempt(lambda: select.select(*args)))
p = select.poll()
print(p.register(r), p.register(w, select.POLLOUT), dict(p.poll(0)) == {r: select.POLLIN, w: select.POLLOUT},
      p.modify(w, 0), p.poll(0) == [(r, select.POLLIN)], p.unregister(r), attempt(lambda: p.unregister(r)),
      attempt(lambda: p.modify(r, 1)), attempt(lambda: p.register(-1)), attempt(lambda: p.register("x")),
      attempt(lambda: p.poll("x")), p.poll(0.5))
with select.epoll() as e:
    e.register(r, select.EPOLLIN)
    print(e.poll(0) == [(r, select.EPOLLIN)], attempt(lambda: e.register(r)), e.modify(r, 0), e.poll(0),
          e.unregister(r), attempt(lambda: e.unregister(r)), attempt(lambda: e.poll(0, 0)), e.closed)
print(e.closed, attempt(lambda: e.poll()), attempt(lambda: select.epoll(0)),
      attempt(lambda: select.epoll(5, 99)))
with selectors.DefaultSelector() as s:
    key = s.register(r, selectors.EVENT_READ, data="reader")
    print(key.fd == r, key.events, key.data, [(k.data, m) for k, m in s.select(0)],
          attempt(lambda: s.register(r, 1)).replace(str(r), "R"), attempt(lambda: s.register(w, 0)),
          attempt(lambda: s.register("x", 1)), s.modify(r, 1, "other").data, s.get_key(r).data,
          len(s.get_map()), s.unregister(r).data, attempt(lambda: s.get_key(r)).replace(str(r), "R"),
          s.select(0))
os.close(w)
print(os.read(r, 5), select.select([r], [], [], 0)[0] == [r], os.read(r, 5))
os.close(r)
