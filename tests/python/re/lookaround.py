# Lookahead and lookbehind, and the groups that they set.
import re

checks = [(r"a(?=b)", "ab ac"), (r"a(?!b)", "ab ac"), (r"(?<=a)b", "ab cb"), (r"(?<!a)b", "ab cb b"),
          (r"(?=(a+))a*b\1", "aaab"), (r"(?=(\w)(\w))\2", "ab"), (r"(?!(a))b", "b"), (r"(?<=(a))b", "ab"),
          (r"(?<=^|,)x", "x,x"), (r"(?<=ab|cd)e", "abe cde"), (r"(?<![\w.])\d+(?![\w.])", "1 a2 3.4 5"),
          (r"\w+(?=:)(?!::)", "key: a::b"), (r"(?=.*\d)(?=.*[a-z]).{3,}", "abc1"), (r"(?<=\b)\w", "ab cd"),
          (r"(?=)", "ab"), (r"(?!)", "ab"), (r"(?<!)a", "a"), (r"(?<=(?<!a)b)c", "abc bc")]
for pattern, subject in checks:
    try:
        print(pattern, [(m.span(), m.groups()) for m in re.finditer(pattern, subject)])
    except re.error as error:
        print(pattern, "error:", error)
for bad in (r"(?<=a*)b", r"(?<=a|bc)d", r"(?<=(a)\1)b", r"(?<=\1)(a)", r"(?<", r"(?<=", r"(?<a", "(?=a"):
    try:
        re.compile(bad)
        print(bad, "compiles")
    except re.error as error:
        print(bad, "error:", error)
print(re.sub(r"(?<=\d)(?=(\d{3})+$)", ",", "1234567"), re.split(r"(?<=[.!?])\s+", "One. Two! Three?"))
