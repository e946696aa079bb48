# The format specification language over ints, floats and strings.
import sys

sys.path.insert(0, ".")
from _show import attempt

integers = ["", "d", "5", "<5", "^5d", "*>7", "=+7", "+", " ", "-", "07", "x", "#x", "#X", "#o", "#b", "#010x", ",", "_", "_x",
            ",x", "_b", "c", "n", "e", ".2f", "%", "s", ".3", "<<5", "^^9d", "0<5", "+c", "#c", "z", "z.1f", "010,", "020_b",
            "5.", "a", "dd", "1111111111111111111111", "=5", "\u20ac^7", "{", "}", "*"]
floats = ["", "f", ".0f", "#.0f", ".3e", ".3g", "#.3g", "g", "G", "n", "%", ".1%", "+.1f", " .1f", "010.2f", ",.2f", "_.2f", "<9",
          "^9", "=+9.1f", "z.0f", "s", "d", "x", "r", ".", ".f", "5,", "0,", "F", "E", "e", ".50f", ".2147483648f", ",n", "020,.1f"]
texts = ["", "s", "5", "<5", ">5", "^5", "=5", "05", ".2", "8.2", "*^8.2s", "+", ",", "d", "#", "z", "x>3", ".0", "<05", "-"]
for value in (0, 42, -1234567, 10**20, True):
    print(value, [attempt(format, value, spec) for spec in integers])
for value in (0.0, -0.4, 1234567.891, 1e20, 1.5e-7, float("inf"), float("-nan")):
    print(value, [attempt(format, value, spec) for spec in floats])
for value in ("", "abc", "\u4e2d\U0001F600"):
    print(value.encode(), [attempt(format, value, spec) for spec in texts])
for value in (None, [], object, ...):
    print(value, attempt(format, value, ""), attempt(format, value, "5"), attempt(format, value, "s"))
