# Flags given by argument, at the start of a pattern, and for a part of it.
import re

print(re.compile("a", re.I | re.M).flags, re.compile(b"a", re.I).flags, re.compile("(?x) a b # c\n").flags, re.NOFLAG)
print(re.fullmatch(r"""
    (\d+)   # digits
    \       # an escaped space
    [ #]    # a set keeps both
""", "12  ", re.X).groups())
print(re.match("(?x: a b )c d", "abc d"), re.match("(?s-i:A.)b", "A\nB", re.I), re.match("(?a:\\w)\\w", "aé"), re.match("(?u:é)", "é"))
for pattern, flags in (("a", re.L), (b"a", re.U), ("(?L)a", 0), (b"(?u)a", 0), ("a(?i)b", 0), ("(?au)", 0), ("(?i-i:a)", 0),
                       ("(?-)", 0), ("(?-u:a)", 0), ("(?z)a", 0), ("(?i", 0), ("(?-i", 0), ("(?i-:a)", 0), ("a", re.A | re.U), ("(?ia:a)", 0),
                       ("(?aL:a)", 0), (b"(?L:a)", 0), ("(?i:", 0)):
    try:
        print(pattern, flags, re.compile(pattern, flags).flags)
    except (re.error, ValueError, TypeError) as error:
        print(pattern, flags, type(error).__name__, error)
for value in (re.I | re.S, re.RegexFlag(0), ~re.I, re.X & re.I, re.RegexFlag(1 << 20 | 2), re.TEMPLATE if False else re.A):
    print(repr(value), str(value))
