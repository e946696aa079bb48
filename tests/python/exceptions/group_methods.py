"""ExceptionGroup: construction rules, subgroup, split, derive, notes, repr, nesting, subclasses and their
metadata."""


def attempt(function):
    try:
        print(function())
    except BaseException as error:
        print(type(error).__name__, error)


V, T, K = ValueError, TypeError, KeyError
for args in ((), ("m",), ("m", []), ("m", [1]), ("m", [V, T]), ("m", V(1)), (3, [V(1)]), ("m", (V(1),)),
             ("m", [V(1)], 3),
             ("m", {V(1): 2}), ("m", iter([V(1)])), ("m", [KeyboardInterrupt()]), ("m", "ab"), (b"m", [V()])):
    attempt(lambda: repr(ExceptionGroup(*args)))
    attempt(lambda: repr(BaseExceptionGroup(*args)))
attempt(lambda: ExceptionGroup(message="m", exceptions=[V()]))
print(type(BaseExceptionGroup("x", [V()])).__name__, type(BaseExceptionGroup("x",
    [KeyboardInterrupt()])).__name__)
g = ExceptionGroup("top", [V(1), ExceptionGroup("mid", [T(2), V(3), ExceptionGroup("low", [K(4)])]),
                           OSError(5, "five")])
print(g, str(g), g.message, len(g.exceptions), g.args)
for condition in (V, (V, K), T, OSError, Exception, KeyboardInterrupt, ExceptionGroup, BaseExceptionGroup,
                  lambda e: isinstance(e, V) and e.args == (3,), lambda e: True, lambda e: False,
                  lambda e: e is g):
    print(repr(g.subgroup(condition)), "|", g.split(condition))
for condition in (3, "V", None, [V], (V, 3), int, (int, str), object()):
    attempt(lambda: g.subgroup(condition))
    attempt(lambda: g.split(condition))
def failing(e):
    raise LookupError(f"while looking at {type(e).__name__}")
attempt(lambda: g.split(failing))
attempt(lambda: g.derive([K("derived")]))
attempt(lambda: g.derive([]))
attempt(lambda: g.derive(3))
attempt(lambda: setattr(g, "exceptions", ()))
attempt(lambda: setattr(g, "message", "x"))
g.add_note("note")
g.__cause__ = V("cause")
part, rest = g.split(V)
print(part.__notes__, part.__cause__, rest.__cause__ is part.__cause__, part.exceptions[1].message,
      part is not g)
part.__notes__.append("only here")
print(g.__notes__, rest.__notes__)
print(g.subgroup(Exception) is g, g.split(Exception)[0] is g, g.split(KeyboardInterrupt)[1] is g)


class Custom(ExceptionGroup):
    def __new__(cls, message, exceptions, code=0):
        self = super().__new__(cls, message, exceptions)
        self.code = code
        return self

    def __init__(self, *args, **kw):
        pass

    def derive(self, exceptions):
        return Custom(self.message, exceptions, self.code + 1)


c = Custom("custom", [V(1), Custom("inner", [T(2)], 10)], 5)
left, right = c.split(T)
print(repr(left), left.code, left.exceptions[0].code, repr(right), right.code)


class NoDerive(ExceptionGroup):
    pass


n = NoDerive("n", [V(1), T(2)])
print([type(x).__name__ for x in n.split(V)])


class Bad(ExceptionGroup):
    def derive(self, exceptions):
        return 3


attempt(lambda: Bad("b", [V(1), T(2)]).split(V))


class Both(BaseExceptionGroup, ValueError):
    pass


attempt(lambda: repr(Both("b", [V(1)])))
attempt(lambda: repr(Both("b", [KeyboardInterrupt()])))
deep = V("deep")
for i in range(50):
    deep = ExceptionGroup(str(i), [deep])
print(repr(deep.subgroup(V))[:60], deep.subgroup(T))
print(ExceptionGroup[int], ExceptionGroup.__mro__, BaseExceptionGroup.__bases__)
import copy, pickle
p = pickle.loads(pickle.dumps(g))
print(p, p.exceptions[1].exceptions[2].exceptions, copy.copy(g).exceptions == g.exceptions)
