# Context variables: defaults, tokens, copies, run.
from _contextvars import Context, ContextVar, Token, copy_context


def show(function):
    try:
        print(str(function()).split(" at 0x")[0])
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])


v = ContextVar("v")
w = ContextVar("w", default=[1])
for case in (
    lambda: v, lambda: w, lambda: v.get(), lambda: v.get(5), lambda: w.get(), lambda: v.get(1, 2), lambda: ContextVar(),
    lambda: ContextVar(1), lambda: ContextVar("a", 1), lambda: ContextVar("a", x=1), lambda: w.name,
):
    show(case)
t = v.set(1)
c = copy_context()
for case in (
    lambda: t, lambda: t.old_value is Token.MISSING, lambda: Token.MISSING, lambda: t.var is v, lambda: w.reset(t),
    lambda: c.run(v.reset, t), lambda: v.reset(t), lambda: v.reset(t), lambda: t, lambda: v.reset(1), lambda: c.run(),
    lambda: c.run(c.run, print), lambda: c[v], lambda: c[w], lambda: c[1], lambda: v in c, lambda: 1 in c, lambda: c.get(w, 3),
    lambda: list(c.values()), lambda: len(c), lambda: c == c.copy(), lambda: c == 1, lambda: hash(c), lambda: Context(1),
    lambda: Token(), lambda: c.run(1), lambda: Context().get(v), lambda: hash(t), lambda: v.get(None),
):
    show(case)


def f(a, b=2):
    v.set(a)
    return v.get(), b


print(c.run(f, 3, b=4), c[v], v.get(None), len(Context()), [k.name for k in c])


# Objects in messages that cannot be shown: the exceptions have no message. Numbers of arguments.
class Unshown:
    def __repr__(self):
        raise KeyError("no repr")


for case in (lambda: c[Unshown()], lambda: v.reset(Unshown()),
             lambda: ContextVar("a", default=Unshown()).reset(ContextVar("b", default=Unshown()).set(1)),
             lambda: ContextVar("a", "b"), lambda: ContextVar("a", "b", "c"), lambda: ContextVar("a", "b", default=1),
             lambda: ContextVar("a", x=1), lambda: ContextVar(default=1), lambda: ContextVar("a", default=1, y=2)):
    show(case)
