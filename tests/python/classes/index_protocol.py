"""__index__, __int__, __float__, __complex__, __trunc__, __round__, __floor__, __ceil__: who asks whom and what is refused."""
import math
import operator


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


class Only:
    def __init__(self, **methods):
        for name, value in methods.items():
            setattr(type(self), name, (lambda value: lambda self, *rest: value)(value))


def only(**methods):
    return type("Only", (Only,), {})(**methods)


def attempt(function, *arguments):
    try:
        return repr(function(*arguments))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


two = Index(2)
print([10, 20, 30][two], "abc"[two], (1, 2, 3)[:two], b"abc"[two], range(5)[two], bytes(two), [0] * two, two and "ab" * two if False else "ab" * two, list(range(two)))
print(hex(two), bin(two), oct(two), chr(Index(65)), int(two), float(two), complex(two), round(2.567, two), "%d %x %o" % (two, two, 2), operator.index(two), pow(3, two) if False else math.factorial(two))
print(math.gcd(two, 4), math.comb(Index(5), two), bytearray(b"abc")[two], divmod(7, 2), slice(two, None, two).indices(Index(9)), "a,b,c".split(",", Index(1)), "x".center(Index(5), "."))
for bad in ("2", 2.0, None, True, 2 ** 70):
    value = Index(bad)
    print(repr(bad), attempt(operator.index, value), attempt(lambda: [1, 2, 3][value]), attempt(int, value), attempt(lambda: "a" * value), attempt(bytes, value) if bad != 2 ** 70 else "-")
for methods in ({"__int__": 5}, {"__int__": 5.0}, {"__int__": True}, {"__float__": 2.5}, {"__float__": 2}, {"__trunc__": 7}, {"__trunc__": 7.5}, {"__trunc__": Index(8)}, {"__complex__": 1j}, {"__complex__": 1}, {"__round__": "rounded"},
                {"__floor__": "floored"}, {"__ceil__": "ceiled"}, {"__abs__": "absolute"}, {}):
    import warnings
    warnings.simplefilter("ignore")
    value = only(**methods)
    print(methods.keys() and list(methods)[0] or "none")
    for function in (int, float, complex, round, math.floor, math.ceil, math.trunc, abs, operator.index):
        print("   ", function.__name__, attempt(function, value))
warnings.simplefilter("error")
print(attempt(int, only(__int__=True)), attempt(operator.index, Index(True)), attempt(float, type("F", (), {"__float__": lambda s: type("G", (float,), {})(1)})()))
print(attempt(int, only(__trunc__=3)))
print([1, 2, 3][True], attempt(lambda: [1][1.0]), attempt(lambda: [1]["a"]), attempt(lambda: (1,)[None]), attempt(lambda: "a"[1.5]), attempt(lambda: b"a"["x"]), attempt(lambda: range(3)["x"]), attempt(lambda: bytearray(b"a")[()]))
print(attempt(lambda: [1, 2][2 ** 100]), attempt(lambda: [1, 2][-2 ** 100:2 ** 100]), attempt(lambda: [1] * 2 ** 100), attempt(lambda: "a" * -2 ** 100), attempt(lambda: [1][1:"a"]), attempt(lambda: [1][1:2:0]), attempt(range, 1.5), attempt(range, "1"))
