# Groups by number and name, references to them, conditions on them.
import re

m = re.match(r"(?P<first>\w)(\w)?(?P<last>z)?", "ab")
print(m.groups(), m.groups("-"), m.groupdict(), m.groupdict(default=0), m.regs, m.lastindex, m.lastgroup)
print(m.group(), m.group(0, 1), m.group("first", "last"), m["first"], m[2], m.start("last"), m.end(2), m.span(3))
print(re.findall(r"(\w)\1", "aabbcd"), re.findall(r"(?P<q>['\"]).*?(?P=q)", "'a\"b' \"c'd\""))
print(re.findall(r"(?i)(a)\1", "aA AA aa"), re.findall(r"(?i)(ß)\1", "ßß"), re.match(r"(a?)\1b", "b").groups())
condition = re.compile(r"(<)?\w+(?(1)>|!)")
print([bool(condition.fullmatch(s)) for s in ("<a>", "a!", "<a!", "a>", "<a", "a")])
print(re.match(r"(?P<n>a)?(?(n)b|c)", "c"), re.match(r"(a)?(?(1)b)", "ab"), re.match(r"(a)?(?(1)|c)d", "cd"))
print(re.match(r"(?:(a)|b)*", "ab").groups(), re.match(r"((a)|(b))*", "abab").groups(), re.match("(a)(b)?|c", "c").groups())
for bad in (r"\1", r"(a)\2", r"(?P=x)", r"(?P<1>a)", r"(?P<a>b)(?P<a>c)", r"(a\1)", "(?(1)a)", "(?(x)a)", "(?P<a", "(?P>a)",
            "(?Pa)", "(", ")", "(?(0)a)", "(a)(?(1)b|c|d)", "(?P<é>a)", b"(?P<\xe9>a)"):
    try:
        print(bad, re.compile(bad).groupindex)
    except re.error as error:
        print(bad, "error:", error, error.pos, error.lineno, error.colno)
for access in (lambda: m.group(4), lambda: m["x"], lambda: m.group(-1), lambda: m.start(9), lambda: m.group([]), lambda: m[1.5]):
    try:
        print(access())
    except (IndexError, TypeError) as error:
        print(type(error).__name__, error)
