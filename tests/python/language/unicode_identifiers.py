"""Identifiers outside ASCII: normalisation, attributes, keywords, globals, class bodies, getattr with other forms."""
ﬁeld = 1
print(field, "ﬁeld" in globals(), "field" in globals())
Ⅳ = 4
print(IV)
café = "composed"
cafe\
= 2
print(café, cafe, sorted(n for n in globals() if "caf" in n))
class Ünïcode:
    μ = 1
    def größe(self, ß=5): return self.μ + ß
    __π = 3
    def π(self): return self.__π
u = Ünïcode()
print(u.µ, u.größe(ß=1), u.π(), [n for n in vars(Ünïcode) if not n.isascii()])
u.ｗｉｄｅ = "wide"
print(u.wide, getattr(u, "wide"), hasattr(u, "ｗｉｄｅ"))
def 函数(参数, *其余, 关键字=3): return 参数, 其余, 关键字
print(函数(1, 2, 关键字=4), 函数.__name__, 函数.__code__.co_varnames)
try:
    函数()
except TypeError as error:
    print(error)
try:
    没有
except NameError as error:
    print(error)
for text in ("x\u0301 = 1", "\u0301x = 1", "a\u00b7b = 1", "\u2118 = 1", "\u212e = 1", "\u309bx = 1", "x\u200d = 1", "\U0001d518 = 1", "ñ\u0303 = 1", "\u1885 = 1", "1é = 1", "ｉｆ = 1", "lambda ﬁ: fi", "def f(ﬁ, fi): pass", "f(ﬁ=1, fi=2)", "ﬁ: int = 3", "import ｏｓ", "global ﬁ"):
    try:
        exec(text, names := {"f": dict})
        print(ascii(text), [ascii(n) for n in names if n not in ("__builtins__", "f")])
    except (SyntaxError, NameError) as error:
        print(ascii(text), type(error).__name__, ascii(error.args[0]))
print("ﬁ".isidentifier(), "é1".isidentifier(), "1é".isidentifier(), "℘".isidentifier(), "·a".isidentifier(), "a·".isidentifier(), "".isidentifier(), "\ud800".isidentifier(), "class".isidentifier())
