"""for and while with else, break and continue across try/finally/with, loop variables, changed iterables."""


def trace(limit):
    out = []
    for i in range(5):
        if i == limit:
            out.append("break")
            break
        out.append(i)
    else:
        out.append("else")
    return out, i


print(trace(2), trace(9))
n = 3
while n:
    n -= 1
    if n == 1:
        continue
    print("while", n)
else:
    print("while else")
while False:
    print("never")
else:
    print("else of nothing")
for _ in ():
    pass
else:
    print("else of empty")


def through_finally(action):
    log = []
    for i in range(3):
        try:
            log.append(i)
            if i == 1 and action == "continue":
                continue
            if i == 1 and action == "break":
                break
            if i == 1 and action == "return":
                return log
        finally:
            log.append(f"f{i}")
    else:
        log.append("else")
    return log


for action in ("continue", "break", "return", "none"):
    print(action, through_finally(action))


def finally_overrides():
    for i in range(3):
        try:
            1 / 0
        finally:
            if i < 2:
                continue
            break
    return "swallowed twice, then broken out"


print(finally_overrides())


class Manager:
    def __enter__(self):
        print("enter")

    def __exit__(self, *details):
        print("exit", details[0])


for i in range(2):
    with Manager():
        if not i:
            continue
        break
for outer in range(3):
    for inner in range(3):
        if inner == outer:
            break
    else:
        print("no break", outer)
        continue
    print("broke", outer, inner)
items = [1, 2, 3]
for item in items:
    if len(items) < 6:
        items.append(item * 10)
print(items)
for item in items:
    items.remove(item)
print(items)
d = {1: 1}
try:
    for key in d:
        d[key + 1] = 0
except RuntimeError as error:
    print(error)
try:
    for key in (s := {1, 2}):
        s.add(key + 10)
except RuntimeError as error:
    print(error)
for items[0], (a, *b) in [(1, "xyz"), (2, [5])]:
    print(items, a, b)
for x in *[1, 2], 3:
    print(x, end=" ")
print(x)
try:
    for never in 5:
        pass
except TypeError as error:
    print(error)
for source in ("break", "continue", "def f():\n break", "while 1:\n def g():\n  continue", "class A:\n  continue", "for x in y:\n class B:\n  break"):
    try:
        compile(source, "<s>", "exec")
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset)
