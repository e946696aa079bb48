"""Results written into temporaries must never change a value that somebody else can see."""


def chain(a, b, c):
    return a + b * c - (a - b) * (c + a) + (a + b + c)


def keep_parts(a, b):
    parts = []
    total = 1000
    for i in range(5):
        parts.append(total)
        total = total + a * b + i * 1000
        parts.append(total)
    return parts


def loop_variables():
    kept = []
    for i in range(300, 310):
        kept.append(i)
        i += 1000
        kept.append(i)
    for i in range(1000, 1003):
        def inner(i=i):
            return i
        kept.append(inner)
    return [k if isinstance(k, int) else k() for k in kept]


def same_variable_twice():
    seen = []
    for i in range(500, 503):
        j = i
        for i in range(i, i + 2):
            seen.append((i, j))
    return seen, i, j


def text():
    s = "start"
    copies = []
    for i in range(5):
        copies.append(s)
        s += str(i)
        s = s + "-"
    t = s
    s += "x"
    d = {s: 1}
    s += "y"
    return copies, t, s, list(d), d.get(s), d.get(s[:-1])


def unicode_growth():
    s = ""
    for piece in ("a", "\xe9", "b", "\u20ac", "\U0001f600", "c", "", "\u20ac"):
        s += piece
        print(ascii(s), len(s), hash(s) == hash("".join(list(s))), s.encode("utf-8"))
    return s


def float_parts():
    half = 0.5
    kept = [half + half]
    for _ in range(20):
        total = half * 2.0 + half * 4.0
        kept.append(total)
        total = total * total - kept[-1] / 2.0
        kept.append(total)
    return kept[:4], half


for _ in range(50):
    chain(1000, 2000, 3000), keep_parts(7, 9), loop_variables(), float_parts()
print(chain(1000, 2000, 3000), chain(1.5, 2.5, 3.5), chain(2, 3.0, 4))
print(keep_parts(7, 9))
print(loop_variables())
print(same_variable_twice())
print(text())
print(text())
print(unicode_growth() == unicode_growth())
print(float_parts())
x = 1000
y = x
for _ in range(50):
    y = y + 1
print(x, y)
small = [i - 3 for i in range(300, 310)]
print(small, all((i - 300) is (i - 300) for i in range(300, 310)))
