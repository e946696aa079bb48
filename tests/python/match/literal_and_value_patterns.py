"""Literals, negative and complex numbers, None/True by identity, dotted values, strings joined, bytes;
subjects of odd types."""
import types
Colors = types.SimpleNamespace(RED="red", deep=types.SimpleNamespace(value=5))


def kind(x):
    match x:
        case None:
            return "None"
        case True:
            return "True"
        case False:
            return "False"
        case 0:
            return "zero"
        case -1 | -2.5:
            return "negative"
        case 3 + 4j | -1 - 2j:
            return "complex"
        case "a" "b":
            return "joined"
        case b"bytes":
            return "bytes"
        case Colors.RED:
            return "red by value"
        case Colors.deep.value:
            return "deep value"
        case 1e3 | 0x10 | 1_0:
            return "spelled"
        case str() | int():
            return "other"
    return "no match"


for value in (None, True, False, 0, 0.0, 1, 1.0, -1, -2.5, 3 + 4j, -1 - 2j, "ab", b"bytes", bytearray(b"bytes"),
              "red", 5, 1000, 16.0, 10, "zz", 99, [], NotImplemented):
    print(repr(value), kind(value))


class Equal:
    def __eq__(self, other):
        print("compared with", other)
        return other == "ab"


print(kind(Equal()))


class Raises:
    def __eq__(self, other):
        raise ValueError("no comparison")


try:
    kind(Raises())
except ValueError as error:
    print(error)
match Colors:
    case types.SimpleNamespace(RED=r, deep=types.SimpleNamespace(value=v)):
        print(r, v)
try:
    match 1:
        case Colors.missing:
            pass
except AttributeError as error:
    print(error)
match = 5
case = [match]
_ = "underscore"
match match:
    case 5:
        print("soft keywords", case, _)
match, case = case, match
print(match[0], case)
match(print) if callable(match) else print("not called")
match [1, 2]:
    case a, _ if _ == "underscore":
        print("wildcard binds nothing", a, _)
