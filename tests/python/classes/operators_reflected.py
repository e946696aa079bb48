"""Binary operators: order of attempts, reflected methods, subclasses first, in-place forms, NotImplemented."""


class Loud:
    def __init__(self, name, answer=NotImplemented):
        self.name = name
        self.answer = answer


for operator in "add sub mul matmul truediv floordiv mod divmod pow lshift rshift and or xor".split():
    for prefix in ("", "r", "i"):
        def method(self, other, dunder=f"__{prefix}{operator}__"):
            print(f"{self.name}.{dunder}", end=" ")
            return self.answer
        if prefix != "i" or operator != "divmod":
            setattr(Loud, f"__{prefix}{operator}__", method)


class Sub(Loud):
    pass


class SubOwn(Loud):
    def __radd__(self, other):
        print("SubOwn.__radd__", end=" ")
        return self.answer


def attempt(function):
    try:
        print("->", function())
    except TypeError as error:
        print("->", error)


a, b = Loud("a"), Loud("b")
attempt(lambda: a + b)
attempt(lambda: a + 1)
attempt(lambda: 1 + a)
attempt(lambda: a + Loud("c", "answered"))
attempt(lambda: Loud("c", "answered") + a)
attempt(lambda: 1 + Loud("c", "answered"))
attempt(lambda: a + Sub("s"))
attempt(lambda: a + SubOwn("s"))
attempt(lambda: a - SubOwn("s", "sub first"))
attempt(lambda: SubOwn("s") + a)
for source in ("a * 2", "a @ b", "a / 2", "a // 2", "a % 2", "divmod(a, 2)", "a ** 2", "a << 1", "a >> 1", "a & 1", "a | 1", "a ^ 1",
               "2 ** a", "2 @ a", "divmod(2, a)", "pow(a, 2)"):
    attempt(lambda: eval(source))


def in_place(operator, left, right):
    space = {"x": left, "y": right}
    exec(f"x {operator}= y", space)
    return space["x"]


for operator in ("+", "-", "*", "@", "/", "//", "%", "**", "<<", ">>", "&", "|", "^"):
    attempt(lambda: in_place(operator, Loud("i"), 5))
attempt(lambda: in_place("+", Loud("i", "changed"), 5))
attempt(lambda: in_place("+", 5, Loud("r", "reflected")))


class Unary:
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "invert"


print(-Unary(), +Unary(), ~Unary())
for source in ("-a", "+a", "~a", "-'x'", "~1.5", "+[]", "not a"):
    attempt(lambda: eval(source))
for source in ("1 + 'a'", "'a' + 1", "[] + ()", "{} | 1", "1 @ 2", "'a' * 'b'", "[1] * 1.5", "1 << 'a'", "None + 1", "{1} - [1]", "'%d' % 'x'",
               "b'a' + 'b'", "1 < 'a'", "[] < ()", "None > None", "1 in 5", "len + 1", "() * -1", "3 and [] or 'x'"):
    attempt(lambda: eval(source))
