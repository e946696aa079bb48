# Positions: line and string borders, word boundaries; pos and endpos move the end but not the beginning.
import re

text = "one two\nthree\n"
for pattern in ("^", "$", r"\A", r"\Z", r"\b", r"\B", r"^\w", r"\w$", r"(?m)^", r"(?m)$", r"(?m)^\w+$", r"(?m:^)t"):
    print(f"{pattern:10}", [m.start() for m in re.finditer(pattern, text)])
compiled = re.compile("^b|b$")
print([compiled.search("ab", *args) for args in ((), (1,), (0, 1), (1, 2), (2,), (5,), (-3,), (0, -1), (2, 1))])
print(re.compile("$").search("a\n", 0, 1), re.compile(r"\Z").search("a\n", 0, 1), re.compile("^").match("ab", 1))
print(re.findall(r"\b", ""), re.findall(r"\B", ""), re.findall(r"\b", "!"), re.findall(r"\B", "!"))
print(re.findall(r"\bé\w*", "été é"), re.findall(r"(?a)\bé\w*", "été é"), re.findall(rb"\b\w", b"ab \xe9c"))
print(re.search(r"x*$", "xxyxx").span(), re.search(r"(?s).^", "a\nb"), re.search(r"(?m).^", "a\nb", re.S).span())
