# re.LOCALE: bytes patterns by the rules of the process's locale, which is C here.
import re

for pattern in (rb"(?L)\w+", rb"(?L)\W", rb"(?Li)abc", rb"(?Li)[a-c]+", rb"(?Li)[^a-c]+", rb"(?Li)(a)\1", rb"(?L)\b", rb"(?L)\B", rb"(?Li)x*y", rb"(?Li)[^x]", rb"(?L)[\w-]+", rb"(?Li)a{2}"):
    print(pattern, [m.span() for m in re.finditer(pattern, b"ABC abc aA\xe9x-XY\xc9")])
print(re.compile(b"a", re.L), re.compile(b"a", re.L).flags, re.compile(b"a", re.L) == re.compile(b"a"))
print(re.compile(b"(?L:a)b", re.I).search(b"AB").span())
