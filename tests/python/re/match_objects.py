# Matches as objects: attributes, truth, repr, indexing, what they keep alive.
import copy
import re

m = re.compile(r"(?P<year>\d{4})-(\d\d)?").search("on 2024-", 1, 8)
print(m, bool(m), m.pos, m.endpos, m.string, m.re.pattern, m.lastindex, m.lastgroup, m.regs)
print(m.start(), m.end(), m.span(), m.start(1), m.end("year"), m.span(2), m.group(2), m[0], m["year"])
print(re.match("a" * 60, "a" * 60), re.match(b"\x00\xff", b"\x00\xff"), re.match("'\"", "'\""), re.match("(a)|b", "b").lastindex)
print(re.match("((a))(b)", "ab").lastindex, re.match("((a)b)", "ab").lastindex, re.match("(?P<o>(?P<i>a)b)", "ab").lastgroup, re.match("(a)(b)?", "a").lastgroup)
print(copy.copy(m) is m, copy.deepcopy(m) is m, m == m, m == copy.copy(m), len({m, m}))
array = bytearray(b"abcdef")
kept = re.search(b"c.*", array)
del array[3:]
print(kept.group(), kept.span(), kept.string)
class Text(str):
    pass
inside = re.match("b+", Text("bbc"))
print(type(inside.group()), type(inside.string), type(re.sub("z", "", Text("a"))), type(re.split("b", Text("abc"))[0]))
for action in (lambda: len(m), lambda: list(m), lambda: m[3], lambda: m["month"], lambda: m.group("month"), lambda: m.group(x=1), lambda: setattr(m, "pos", 1), lambda: m.groups(1, 2),
               lambda: m.start("x"), lambda: m.expand(5), lambda: m < m, lambda: m[1 << 80], lambda: m[:1]):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
class Index:
    def __index__(self):
        return 1
print(m[Index()], m.group(Index()), m.groupdict("none"), m.groups(None))
