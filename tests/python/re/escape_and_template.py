# re.escape makes any text literal; replacement templates are read once and kept.
import re

special = "".join(map(chr, range(128))) + "éЖ😀"
print(re.fullmatch(re.escape(special), special) is not None, re.escape("a.b*c+d?"), re.escape("[x]{y}(z)^$|\\-&~# \t\n"), re.escape(""), re.escape("a_b%c,d/e:f;<>=@!\"'`"))
print(re.escape(b"a.b-c") , re.fullmatch(re.escape(bytes(range(256))), bytes(range(256))) is not None)
for template, expected in ((r"\g<1>0", "a0"), (r"\10", None), (r"\1\n", "a\n"), (r"\\1", "\\1"), (r"\0", "\0"), (r"\07", "\7"), (r"\141", "a"), ("\\\n", None), (r"x\g<0>x", "xax")):
    try:
        print(repr(template), repr(re.sub("(a)", template, "a")), expected)
    except re.error as error:
        print(repr(template), error)
print(re.sub("(a)(b)?", r"<\1\2>", "ab a"), re.sub("(?P<x>a)|(?P<y>b)", r"[\g<x>|\g<y>]", "ab"), re.sub(r"(.)(.)", r"\2\1", "abcde"))
print(re.template if False else "", sorted(re.__all__)[:6], re.__version__, re.RegexFlag.I is re.IGNORECASE)
