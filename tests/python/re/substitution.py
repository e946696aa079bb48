# sub and subn: templates, functions, empty matches, counts.
import re

print(re.sub(r"(\w)(\w)", r"\2\1", "abcd"), re.sub(r"(?P<x>a)", r"<\g<x>\g<1>\g<0>>", "bab"), re.sub("a", r"\n\t\\", "a") == "\n\t\\")
print(re.sub("x*", "-", "abxd"), re.sub("", "-", "abc"), re.sub("b|", "-", "abc"), re.sub(r"\b", "|", "a bc"), re.sub("$", "!", "a\n"))
print(re.sub("a", "b", "aaaa", 2), re.sub("a", "b", "aaaa", count=0), re.subn("a", "b", "xaxa"), re.subn("q", "b", "xaxa"), re.sub("a", "b", "aa", -1))
print(re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "a1b22"), re.sub("a", lambda m: None, "bab") if False else "", re.sub("(a)|b", r"[\1]", "ab"))
print(re.sub("a", r"\101\x".replace(r"\x", ""), "a"), re.sub(b"a", rb"\g<0>\g<0>", b"xa"), re.sub(b"a", lambda m: m[0].upper(), bytearray(b"banana")))
subject = "unchanged"
print(re.sub("z", "y", subject) is subject, re.sub("z", "y", subject) == subject, re.subn(b"", b"-", memoryview(b"ab")))
for template in (r"\2", r"\g<2>", r"\g<x>", r"\g<", r"\g<>", r"\q", "\\", r"\g<-1>", r"\g<a b>", r"\400", r"\g<1a>"):
    try:
        print(re.sub("(a)", template, "a"))
    except (re.error, IndexError) as error:
        print(template, type(error).__name__, error)
for replacement, text in ((5, "a"), (b"x", "a"), (None, "a"), ("x", 5), (lambda m: 5, "a"), (lambda m: 1 / 0, "a")):
    try:
        print(re.sub("a", replacement, text))
    except Exception as error:
        print(type(error).__name__, error)
print(re.match("(a)(b)?", "a").expand(r"\1-\2-\g<0>"), re.match("(?P<y>a)", "a").expand("\\g<y>"))
