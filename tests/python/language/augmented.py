"""Augmented assignment: in-place methods, fallbacks, evaluation once, errors."""
class InPlace:
    def __init__(self):
        self.log = []

    def __iadd__(self, other):
        self.log.append(("iadd", other))
        return self

    def __add__(self, other):
        self.log.append(("add", other))
        return "sum"

    def __sub__(self, other):
        return "difference"

    def __imul__(self, other):
        return NotImplemented

    def __mul__(self, other):
        return "product"


a = b = InPlace()
a += 1
print(a is b, a.log)
a -= 2
print(a, b.log)
c = InPlace()
c *= 3
print(c)

t = ([],)
try:
    t[0] += [1]
except TypeError as error:
    print(error, t)

s = frozenset({1})
u = s
s |= {2}
print(sorted(s), u)
x = [1]
y = x
x += (2, 3)
x *= 2
print(y, x is y)
try:
    x += 5
except TypeError as error:
    print(error)
for source in ("n += 1", "n **= 2", "n //= 0", "n @= 2", "n >>= 1.0", "n %= 'a'"):
    n = 7
    try:
        exec(source)
        print(source, n)
    except Exception as error:
        print(source, type(error).__name__, error)


def unbound():
    value += 1


def read_through():
    global counter
    counter += 1


counter = 1
read_through()
print(counter)
try:
    unbound()
except UnboundLocalError as error:
    print(error)


class Scope:
    counter += 10
    list_ = [counter]


print(counter, Scope.counter, Scope.list_)
calls = []


def index():
    calls.append("index")
    return 0


z = [1, 2]
z[index()] += 5
try:
    z[index()::2] += z
except ValueError as error:
    print(error)
print(z, calls)
