# Static methods of built-in types are bound to their class: what they show, how they compare, that they can be pickled.
import pickle

for owner in (str, bytes, bytearray):
    function = owner.maketrans
    print(function.__self__, function.__qualname__, function.__module__, function.__name__, repr(function).split(" at ")[0])
    print(function.__reduce__() == (getattr, (owner, "maketrans")), [pickle.loads(pickle.dumps(function, protocol)) is function for protocol in range(6)])
    print(function == owner.maketrans, hash(function) == hash(owner.maketrans))
print(str.maketrans == bytes.maketrans, bytes.maketrans == bytearray.maketrans, "".maketrans is str.maketrans, "".maketrans == str.maketrans)
print(type(vars(str)["maketrans"]), vars(str)["maketrans"].__wrapped__ is str.maketrans, type(vars(dict)["fromkeys"]))


class Text(str):
    pass


print(Text.maketrans.__qualname__, Text("x").maketrans({"a": None}), Text.maketrans == str.maketrans)
for arguments in ((), (1,), ("a",), ("a", 1), ("a", "bc"), ("a", "b", 3), ("a", "b", "c", "d")):
    try:
        print(str.maketrans(*arguments))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    str.maketrans(x={})
except TypeError as error:
    print(error)
for wrong in (b"S'a\n.", b"S'a' \n.", b"S\n.", b"S'\n.", b"S'a\"\n.", b"S'a'\r\n."):
    try:
        print(pickle.loads(wrong))
    except pickle.UnpicklingError as error:
        print(error)
