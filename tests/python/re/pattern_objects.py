# Patterns as objects: attributes, equality, hash, repr, copies, what cannot be done with them.
import copy
import re

p = re.compile(r"(?P<a>x)(y)", re.I)
print(p.pattern, p.flags, p.groups, p.groupindex, type(p.groupindex).__name__, p, type(p))
print(p == re.compile(r"(?P<a>x)(y)", re.I), p == re.compile(r"(?P<a>x)(y)"), p != re.compile("x"), p == 5, hash(p) == hash(re.compile(p.pattern, re.I)))
re.purge()
other = re.compile(r"(?P<a>x)(y)", re.I)
print(other is p, other == p, re.compile(p) is p, re.compile("a") == re.compile(b"a"), copy.copy(p) is p, copy.deepcopy(p) is p)
for flags in (0, re.A, re.I | re.S, re.M | re.X, re.DEBUG * 0):
    print(repr(re.compile("a\n'\"", flags)), repr(re.compile(b"b", flags & ~re.A)))
print(repr(re.compile("x" * 300)) == "re.compile('" + "x" * 199 + ")", repr(re.compile("(?i)a", re.S)))
print(re.Pattern[str], re.Match[bytes], re.Pattern.__module__, re.Match.__qualname__, re.Pattern.__name__)
for action in (lambda: p < other, lambda: setattr(p, "flags", 1), lambda: delattr(p, "pattern"), lambda: setattr(p, "x", 1), lambda: re.Pattern(), lambda: type("X", (re.Match,), {}),
               lambda: p.groupindex.update(b=1), lambda: p.match(), lambda: p.match("a", "b"), lambda: p.match(5), lambda: p.match(b"x"), lambda: re.compile(b"x").match("x"),
               lambda: p.search("x", 1.5), lambda: re.compile(5), lambda: re.compile(p, re.I), lambda: re.match("a", None), lambda: p.match("a", bad=1), lambda: setattr(re.Pattern, "x", 1)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
