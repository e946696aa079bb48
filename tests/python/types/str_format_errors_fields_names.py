"""str.format and format_map: fields, nesting, attributes, indexes, conversions, automatic numbering, and all
refusals (fields) (names)."""
from _str_format_errors import attempt, t

for template in (
    "{0:{{}", "{-1}", "{+1}", "{01}", "{1.5}", "{a b}", "{0x1}", "{١}", "{0!s:>5}", "{0!a}",
    "{9999999999999999999999}", "{}" * 2, "{0:!}", "{0::}", "{a:b:c}", "{\n}", "{é}", "{0:{1}{2}}",
    "{0:{1[0]}}",
):
    print(ascii(template), "->", ascii(attempt(template, t, ">9", "x", x="X", é="accent", **{"a b": 3,
        "": "empty", "-1": "m"})))
print(attempt("{0} {1} {0}", "a", "b"), attempt("{a}{b}{a}", a=1, b=2),
      attempt("{:>{w}.{p}f}", 3.14159, w=10, p=2), attempt("{:{f}{a}{w}}", "s", f="*", a="^", w=7))
print(attempt("{0[0]}{0[1]}", "xy"), attempt("{0[2]}", "xy"), attempt("{0[k]}", [1]),
      attempt("{0[k]}", {"k": 1}), attempt("{0[1]}", {1: 2}), attempt("{0.real}{0.imag}", 3))
print(attempt("{0.nope}", 3), attempt("{.__class__.__name__}", 3), attempt("{0!r:5}|", None),
      attempt("{:d}", "x"), attempt("{:5}", None), attempt("{!s:5}|", None))


class Map(dict):
    def __missing__(self, key): return f"<{key}>"


class GetItem:
    def __getitem__(self, key): return key * 2


print("{a}{b}".format_map(Map(a=1)), "{x}".format_map(GetItem()), end=" ")
for bad in (lambda: "{}".format_map({}), lambda: "{0}".format_map([1]), lambda: "{a}".format_map(3),
            lambda: "{a}".format_map({}), lambda: "x".format_map(), lambda: "{0}".format_map({0: 1}),
            lambda: "{}".format(), lambda: str.format(), lambda: str.format(3), lambda: "{a}".format({"a": 1}),
            lambda: "{0.a}".format_map({"0": 1}), lambda: "{self}".format(self=1)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


class Evil:
    def __format__(self, spec): return 5


class EvilRepr:
    def __repr__(self): return 5
    def __str__(self): return None


for template in ("{}", "{!r}", "{!s}", "{!a}"):
    print(attempt(template, Evil())[:44], attempt(template, EvilRepr()))
print("{:{}{}{}}".format(5, "0", ">", 4), "{:.{}}".format("abcdef", 3), "{:{}}".format(1, ""),
      "{0:{1}}".format("é", "€^5"))
