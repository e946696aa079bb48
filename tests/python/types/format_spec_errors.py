"""Format specs that are refused, for every built-in type: the message names the type and the character."""
import datetime


def attempt(value, spec):
    try:
        text = format(value, spec)
        return repr(text) if len(text) < 40 else len(text)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


SPECS = ["d", "s", "f", "x", "c", "n", "%", "q", "é", "Z", "10", "<10", "=10", "^-10", "+", "-", " ", "#", "0",
         "010", ",", "_", ",_", "_,", ",,",
         ".3", ".", ".-1", ".3d", ",s", ",c", "_n", ",x", "_x", "_b", "#c", "+c", ".2c", "+s", " s", "#s", "=s",
         "0s", "05s", "z", "zd", "z.1f", "zs",
         "10d5", "dd", "<", "<<", "<<<", "{", "}", ">>5", "\0>5", "\U0001f600^7", "é=5", "99999999999999999999",
         ".99999999999999999999",
         "1.2.3", " 5", "5 ", "+-5", "**5", "#_x", "#,d", "+,.2f", "0>+5", "-#010x", "e", "E", "g", "G", "F",
         "b", "o", "X", "!r", "s!"]
VALUES = [42, -7, 3.25, "text", True, 1j, None, b"x", [1], (1,), {1: 2}, {1}, object, print, ..., range(3),
          2 ** 70, "",
          datetime.date(2020, 1, 2), float("nan"), -0.0]
for value in VALUES:
    print(type(value).__name__, [attempt(value, spec) for spec in (SPECS if isinstance(value, (int, float,
        str)) and value != -7 else SPECS[::6])])


class Custom:
    def __format__(self, spec):
        return spec[::-1] if spec != "bad" else 3


print(attempt(Custom(), "abc"), attempt(Custom(), ""), attempt(Custom(), "bad"))
print(f"{Custom():{'a'}{1}{'>'}}", "{:{}}".format(Custom(), "xy"),
      "{0:{0!r:.3}}".format("quoted") if False else "")
for bad in (3, b"d"):
    try:
        format(1, bad)
    except TypeError as error:
        print(error)
    try:
        (1).__format__(bad)
    except TypeError as error:
        print(error)
class Child(int): pass
class Plain: pass
print(attempt(Child(3), "d"), attempt(Child(3), "q"))
