"""Comparison: reflected methods, subclasses asked first, identity as last resort, results that are no bool,
chains."""


def make(name, base=object, **answers):
    def method(operation, answer):
        def call(self, other):
            print(f"{name}.{operation}", end=" ")
            if isinstance(answer, Exception):
                raise answer
            return answer
        return call
    return type(name, (base,), {f"__{k}__": method(k, v) for k, v in answers.items()} | {"__hash__": None})


Plain = type("Plain", (), {})
Less = make("Less", lt="lt!", gt="gt!")
Refuse = make("Refuse", lt=NotImplemented, gt=NotImplemented, eq=NotImplemented, ne=NotImplemented,
              le=NotImplemented)
OnlyEq = make("OnlyEq", eq=True)
Base = make("Base", eq="base eq", lt="base lt", gt="base gt", le="base le", ge="base ge", ne="base ne")
Derived = make("Derived", Base, eq="derived eq", lt="derived lt", gt="derived gt")
Raises = make("Raises", eq=ValueError("eq"), lt=KeyError("lt"))
objects = [Plain(), Less(), Refuse(), OnlyEq(), Base(), Derived(), Raises()]
OPERATORS = {"<": lambda a, b: a < b, ">": lambda a, b: a > b, "<=": lambda a, b: a <= b, ">=": lambda a,
             b: a >= b,
             "==": lambda a, b: a == b, "!=": lambda a, b: a != b}
for sign, function in OPERATORS.items():
    for left in objects:
        for right in objects:
            try:
                result = function(left, right)
            except Exception as error:
                result = f"{type(error).__name__}: {error}"
            print(type(left).__name__, sign, type(right).__name__, "->", result)
for sign, function in OPERATORS.items():
    for left, right in ((1, "a"), ([], ()), ({}, {}), ({1}, [1]), (1j, 2), (None, None), (1, 1.5), (True, 2),
                        ((1, 2), (1, 2, 3)), ([1, "a"], [2, 3]), ([1, "a"], [1, 3]), (b"a", "a"),
                        (b"a", bytearray(b"a")),
                        (range(3), range(0, 3, 1)), (slice(1), slice(2)), (float("nan"), float("nan")),
                        (int, str),
                        (frozenset("a"), set("ab")), ({1: 2}.keys(), {1}), (memoryview(b"a"), b"a"),
                        (..., None)):
        try:
            result = function(left, right)
        except TypeError as error:
            result = error
        print(repr(left)[:20], sign, repr(right)[:20], "->", result) if not isinstance(left,
            memoryview) else print(result)
nan = float("nan")
print([nan] == [nan], nan in [nan], (nan,) == (float("nan"),), [nan].index(nan), {nan: 1} == {nan: 1})
print(OnlyEq() != 3, Less() < 1 < 2 if False else 1 < 2 > Less())
try:
    [Raises()] == [Raises()]
except ValueError as error:
    print("\n", error)
r = Raises()
print([r] == [r], r in [r], [r].count(r))
