"""Parser combinators: sequences, choices, repetition, mapping, and a grammar of configuration text made of
them."""
import re


class Parser:
    def __init__(self, run): self.run = run
    def __call__(self, text, at=0): return self.run(text, at)
    def __or__(self, other): return Parser(lambda t, i: self(t, i) or other(t, i))
    def __add__(self, other):
        def run(t, i):
            if (a := self(t, i)) and (b := other(t, a[1])):
                return (a[0] + b[0], b[1])
        return Parser(run)
    def __rshift__(self, function): return Parser(lambda t, i: (r := self(t, i)) and ([function(*r[0])], r[1]))
    def __invert__(self): return Parser(lambda t, i: (r := self(t, i)) and ([], r[1]))
    def many(self):
        def run(t, i):
            out = []
            while r := self(t, i):
                out += r[0]
                i = r[1]
            return out, i
        return Parser(run)
    def parse(self, text):
        result = self(text)
        if not result or result[1] != len(text):
            raise SyntaxError(f"stuck at {result[1] if result else 0}: {text[result[1] if result else 0:][:8]!r}")
        return result[0]


def token(pattern):
    compiled = re.compile(r"\s*(" + pattern + ")")
    return Parser(lambda t, i: (m := compiled.match(t, i)) and ([m[1]], m.end()))


def lazy(name): return Parser(lambda t, i: globals()[name](t, i))


number = token(r"-?\d+") >> int
string = token(r'"[^"]*"') >> (lambda s: s[1:-1])
name = token(r"[a-z_]+")
listing = ~token(r"\[") + ((lazy("value") + (~token(",") + lazy("value")).many()) | Parser(lambda t,
    i: ([], i))) + ~token(r"\]") >> (lambda *items: list(items))
table = ~token("{") + lazy("entries") + ~token("}") >> dict.copy
value = number | string | listing | table
entry = name + ~token("=") + value + ~token(";") >> (lambda k, v: (k, v))
entries = entry.many() >> (lambda *pairs: dict(pairs))
for text in ('a = 1; b = "two"; c = [1, [2, "x"], []];', "t = { x = -5; inner = { y = []; }; };", "", "a = ;",
             "a = 1", "a = [1,];", "A = 1;"):
    try:
        print(entries.parse(text))
    except SyntaxError as error:
        print(error)
