"""The module operator: every function on good and bad operands; attrgetter, itemgetter, methodcaller;
length_hint."""
import operator
import pickle


def attempt(function, *args, **kw):
    try:
        return function(*args, **kw)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


OPERANDS = [(7, 3), (-7, 2), (2.5, 2), ("ab", 3), ([1], [2]), ((1, 2), 1), ({1, 2}, {2}), ({"a": 1}, "a"),
            (None, 1), (True, False), ("abc", "b"), (b"ab", b"a"), (1j, 2), (), (1,), (1, 2, 3)]
for name in sorted(operator.__all__):
    if name in ("attrgetter", "itemgetter", "methodcaller", "setitem", "delitem", "call"):
        continue
    results = []
    for operands in OPERANDS:
        operands = tuple(list(o) if isinstance(o, list) else set(o) if isinstance(o,
            set) else o for o in operands)
        results.append(attempt(getattr(operator, name), *operands))
    print(name, results)
print([name for name in dir(operator) if name.startswith("__") and callable(getattr(operator, name))])
class Thing:
    a = type("A", (), {"b": 5, "c": "text"})
    def method(self, *args, **kw): return args, kw
    def __repr__(self): return "thing"
t = Thing()
for args in (("a",), ("a.b",), ("a.b", "a.c"), ("nope",), ("a.nope",), (3,), (), ("a", 3), ("",), (".a",),
             ("a.",), ("a..b",)):
    print("attrgetter", args, str(attempt(lambda: operator.attrgetter(*args)(t))).replace(repr(Thing.a), "A"),
          repr(attempt(lambda: operator.attrgetter(*args))))
for args in ((0,), (0, -1), ("k",), (slice(1, 3),), (), (0, 9), ((1, 2),), ([],)):
    print("itemgetter", args, [attempt(lambda: operator.itemgetter(*args)(x)) for x in ("abcd", [1, 2], {"k": 1,
        0: 2}, 5)], attempt(lambda: operator.itemgetter(*args)))
for args, kw in ((("method",), {}), (("method", 1), {"k": 2}), (("nope",), {}), ((), {}), ((3,), {}),
                 (("method", 1, 2), {}), (("upper",), {}), (("method",), {"name": 5, "self": 6})):
    print("methodcaller", args, kw, attempt(lambda: operator.methodcaller(*args, **kw)(t)),
          attempt(lambda: operator.methodcaller(*args, **kw)))
for getter in (operator.attrgetter("a.b", "c"), operator.itemgetter(1), operator.itemgetter(1, 2),
               operator.methodcaller("m", 1, k=2)):
    print(pickle.loads(pickle.dumps(getter)), attempt(getter), attempt(getter, 1, 2), attempt(getter, x=1))
x = [1, 2, 3]
operator.setitem(x, 0, 9), operator.delitem(x, 1), operator.setitem(x, slice(0, 0), "ab")
print(x, attempt(operator.setitem, x, 9, 1), attempt(operator.delitem, (1,), 0),
      attempt(operator.setitem, "a", 0, 1), operator.iadd(x, "z") is x, operator.iconcat(x, [5]) is x)
class Hint:
    def __init__(self, value): self.value = value
    def __length_hint__(self):
        if isinstance(self.value, Exception): raise self.value
        return self.value
for value in (5, 0, -1, "x", NotImplemented, None, 2 ** 70, TypeError("type"), ValueError("value"), True):
    print(value, attempt(operator.length_hint, Hint(value)), attempt(operator.length_hint, Hint(value), 7),
          attempt(list, type("L", (Hint,), {"__iter__": lambda s: iter("ab")})(value)))
print(attempt(operator.length_hint, 5), attempt(operator.length_hint, 5, 3),
      attempt(operator.length_hint, 5, "x"), attempt(operator.length_hint, "abc"),
      attempt(operator.length_hint, iter([1, 2])), attempt(operator.length_hint))
print(operator.countOf([1, 1.0, True, 2], 1), operator.indexOf("abc", "c"), attempt(operator.indexOf, [1], 2),
      attempt(operator.countOf, 5, 1), operator.contains("abc", "b"), operator.concat([1], [2]),
      attempt(operator.concat, 1, 2), operator.call(len, "abc") if hasattr(operator, "call") else "",
      attempt(operator.call, 5), operator.is_(x, x), operator.is_not(x, x),
      operator.truth([]), operator.not_([]))
