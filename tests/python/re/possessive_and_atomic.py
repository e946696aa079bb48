# What atomic groups and possessive repeats have matched is never given back.
import re

for pattern in (r"a++a", r"a*+a", r"(?>a*)a", r"(?>a*)b", r"(?>ab|a)c", r"(?>a|ab)c", r"(?:ab)*+ab", r"(?:ab|a)++b",
                r"(?>(a+))b", r"(a)++", r"(?:a|b)++c", r"(?>(?>a)b)c", r"x?+x", r"\w++\d", r"(?:a(?=b)b)*+", r"a{2,3}+a",
                r"(?:)*+a", r"(?:(?:a|b)*+c)*+d"):
    compiled = re.compile(pattern)
    print(pattern, *[(m.span(), m.groups()) if m else None
                     for m in map(compiled.search, ["aaa", "aaab", "abc", "ababab", "xx", "abcabcd", ""])])
for bad in ("a**", "a+*", "a+++", "a?+?", "(?>a", "*+", "a{2}++"):
    try:
        re.compile(bad)
    except re.error as error:
        print(bad, "->", error)
