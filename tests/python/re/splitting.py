# split, findall, finditer with groups, empty matches and borders.
import re

for pattern, text in ((",", "a,b,,c"), ("(,)", "a,b"), ("(,)|;", "a,b;c"), ("x*", "axbc"), (r"\b", "hi there"), ("", "abc"), ("$", "a\nb\n"),
                      (r"(\d)(\D)", "a1bc2d"), ("(?=b)", "abab"), ("z", ""), ("", ""), ("(z)?", "ab")):
    print(repr(pattern), re.split(pattern, text), re.findall(pattern, text), [m.span() for m in re.finditer(pattern, text)])
print(re.split(",", "a,b,c,d", 2), re.split(",", "a,b", maxsplit=-1), re.compile(",").split("a,b", maxsplit=1))
compiled = re.compile(r"\w")
print(compiled.findall("abcdef", 2, 4), compiled.findall("abcdef", 4), [m.group() for m in compiled.finditer("abcdef", pos=1, endpos=3)])
iterator = re.finditer("a", "aa")
print(type(iterator).__name__, iter(iterator) is iterator, next(iterator), next(iterator), next(iterator, "end"), next(iterator, "still"))
print(re.split(b"-", b"a-b"), re.findall(b"(a)(b)?", bytearray(b"aba")), re.split("-", "é-ж-😀"))
