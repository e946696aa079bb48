# re.DEBUG shows the tree and the program of a pattern.
import re

for pattern, flags in ((r"ab?(c|d)*", 0), (r"[a-f\d]{2,5}?x", 0), (r"(?P<n>a)(?(n)b|c)\1", 0), (r"(?i)straße|[é-ü]", 0), (r"(?<=a)b(?!c)", 0), (r"(?>a+)b*+(?:cd)++", 0),
                       (r"^\w+$", re.M), (r"[\u0400-\u04ff\u2000x]", 0), (rb"\bfoo\B", re.L), (r".*?\s", re.S)):
    print("==", pattern)
    re.compile(pattern, flags | re.DEBUG)
