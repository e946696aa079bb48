"""Assignments to several targets, order of evaluation, the same object everywhere, and slices among the
targets."""
a = b = c = []
a.append(1)
print(a is b is c, b)
x = [0, 1, 2]
i = 0
i, x[i] = 1, "set"
print(i, x)
i = x[i] = 2
print(i, x)
x[0], x[1], *x[2:2] = "pq", *x
print(x)
first = second, third = fourth = [10, 20]
print(first, second, third, fourth is first)


class Log:
    def __setitem__(self, key, value): print("item", key, value, end="; ")
    def __setattr__(self, name, value): print("attr", name, value, end="; ")
    def __getitem__(self, key): print("get", key, end="; "); return self


log = Log()
log[1] = log.a = log[2][3] = log["x"].b = "value"
print()
(log.p, log[0]), log.q = [(1, 2), 3]
print()
for log.loop, log[9] in [(1, 2), (3, 4)]:
    pass
print()
d = {}
d["k"], d["l"] = d["l"] if "l" in d else 0, d.setdefault("m", 5)
print(d)
d["n"] = d
print(d["n"]["n"] is d)
y = z = y_ = (lambda: (yield))()
print(y is z, type(y_).__name__)
s = [1, 2, 3, 4]
s[:2], s[2:] = s[2:], s[:2]
print(s)
s[::-1] = s[:] = [9, 8, 7, 6]
print(s)
