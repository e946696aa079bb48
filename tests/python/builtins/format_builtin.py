"""format() over the whole mini-language for int, float, complex, str, and its errors."""


def attempt(value, spec):
    try:
        print(f"{value!r}:{spec!r}", repr(format(value, spec)))
    except Exception as error:
        print(f"{value!r}:{spec!r}", type(error).__name__, error)


for spec in ("", "d", "5", "<5", ">5", "^5", "=5", "*^7", "+", " ", "-", "05", "+05", ",", "_", "x", "#x", "X", "#X", "o", "#o", "b", "#b",
             "#010x", "_x", "_b", ",d", "c", "n", "e", ".2f", "%", "08,", "=+8,d", "é>5", "s", ",x", ".3", "+c", "#c", "z", "10.2"):
    for value in (42, -1234567, 0):
        attempt(value, spec)
for spec in ("", "g", "G", "e", "E", "f", "F", "%", ".3", ".0f", "#.0f", "+.2e", "010.3f", ",.2f", "_.1f", "n", "z.1f", "<10", "=+10.2f",
             ".30f", "#g", ".0%", "d", "x", "s", ",e", "20,.3f", "020,.3f"):
    for value in (1234.5678, -0.04, 1e100, float("nan"), float("-inf")):
        attempt(value, spec)
for spec in ("", "g", ".2f", "+.1e", ">20", "^20.1f", ",", "=10", "010", "d", "%"):
    attempt(1234.5 - 2j, spec)
for spec in ("", "s", "10", ">10", "^10", "*<10", ".2", "10.2", "é^9.3", "=10", "010", "d", "+", ",", "#", "z"):
    attempt("text", spec)
for value in (True, None, [1], b"x"):
    for spec in ("", "5", "d"):
        attempt(value, spec)
attempt(0x110000, "c")
attempt(5, "100000000000000000000")
attempt(5.0, ".100000000000000000000f")
attempt(5, "<<5x")
attempt(5, "55abc")
attempt(5, ".")
