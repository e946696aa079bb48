# What the compiler of patterns says of bad ones, with the place.
import re

for pattern in ("[", "[a", "[z-a]", "[a-\\d]", "[\\d-z]", "a{2,1}", "a{99999999999}", "*a", "+", "?", "a|*", "(?", "(?P", "(?P<", "(?P<>a)",
                "(?P<a.b>c)", "(?#", "(?#x", "\\", "a\\", "\\x", "\\x1", "[\\x1]", "\\u12", "\\U0011", "\\U00110000", "\\N", "\\N{", "\\N{no such name}", "\\400",
                "\\8", "\\08", "\\c", "[\\c]", "\\q", "[[:alpha:]]", "a\n(b", "\n\n  )", "(?<a)", "(?:", "(?:a))", "x(?", "(?P<a>x)(?P=b)", "[a-b-c", "a**", "(?i)*",
                "^*", "$+", "\\b*", "(?=a)*", "(?:a)(?", "(?aa)", "(?ai)x", "(?x)a#", "a{1}{2}"):
    try:
        compiled = re.compile(pattern)
        print(ascii(pattern), "compiles", compiled.groups)
    except re.error as error:
        print(ascii(pattern), "|", error, "|", error.msg, error.pos, error.lineno, error.colno, error.pattern == pattern)
    except OverflowError as error:
        print(ascii(pattern), "overflow:", error)
print(re.error.__mro__[:2], re.error("m").pos, str(re.error("m", "abc", 1)), re.error.__module__)
