"""del of names, attributes, items, slices, tuples and lists of targets, in every scope, and its errors."""
a = b = c = d = 1
del a, (b, [c]), d
for name in "abcd":
    print(name in globals(), end=" ")
print()
del ()
del []
x = list(range(10))
del x[0], x[-1], x[1:3], x[::2]
print(x)


class Recorder:
    def __delattr__(self, name):
        print("delattr", name)

    def __delitem__(self, key):
        print("delitem", key)

    def __getattr__(self, name):
        print("getattr", name, end=" ")
        return self


r = Recorder()
del r.one, r.two.three, r[1, 2], r[1:2:3], r[...], r.x[0]


class Plain:
    cls = 1
    __slots__ = ("slot",)


def attempt(text, **names):
    try:
        exec(text, {"Plain": Plain}, names)
        print("done", text)
    except Exception as error:
        print(text, "->", type(error).__name__, error)


p = Plain()
for text in ("del q", "del p.slot", "del p.cls", "del p.missing", "del p[0]", "del n.real", "del (1).real", "del t[0]",
             "del s[0]", "del d['k']", "del l[5]", "del l['a']", "del b[::0]", "del m[0]", "del f.__code__",
             "del f.__defaults__, f.__kwdefaults__, f.__doc__", "del f.__name__", "del f.__dict__", "del Plain.cls",
             "del Plain.cls", "del Plain.__name__", "del Plain.slot", "del Plain.__mro__", "del int.real", "del r[0]",
             "del p.__class__", "del p.__dict__", "del Plain.__doc__", "del Plain.__module__", "del b[0:2], b[-1]"):
    attempt(text, p=p, n=1, t=(1,), s="abc", d={}, l=[1], b=bytearray(b"abcd"), m=memoryview(bytearray(b"ab")),
            f=lambda: None, r=range(3))


def local():
    v = 1
    del v
    try:
        v
    except UnboundLocalError as error:
        print(error)
    try:
        del v
    except UnboundLocalError as error:
        print(error)
    for i in range(2):
        del i
    try:
        i
    except UnboundLocalError as error:
        print(error)


local()
try:
    del __builtins__.print
    print("deleted")
except NameError as error:
    __builtins__.print = __import__("sys").stdout.write
    print(str(error) + "\n")
for text in ("del f()", "del 1", "del a + b", "del (a, 1)", "del [a, b + 1]", "del a if b else c", "del None", "del *a",
             "del a := 1", "del (a := 1)", "del lambda: 1", "del {}", "del 'x'", "del f(x).y, g()", "del", "del ...", "del -a",
             "del a.b().c", "del (yield)", "del a,", "del (a), (b,), [c]", "del a == b", "del f'{x}'", "del __debug__"):
    try:
        compile(text, "<t>", "exec")
        print(f"fine {text}\n")
    except SyntaxError as error:
        print(f"{text} -> {error.msg}\n")
