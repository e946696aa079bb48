# _json.make_encoder: keys, sorting, default, circles, changing containers, subclasses.
import _json
import enum
import json


def show(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


class Level(int):
    def __repr__(self):
        return "never shown"


class Real(float):
    def __repr__(self):
        return "never shown"


class Text(str):
    pass


class Pair(tuple):
    pass


class Mapping(dict):
    def items(self):
        return [("from", "items"), (1, 2)]


show(json.dumps, [1, Level(2), 2.5, Real(3.5), Text("t"), Pair((1, 2)), True, None, {}, [], "", (), Mapping(a=1)])
show(json.dumps, {1: 2, 2.5: 3, True: 4, None: 5, "x": 6, Level(7): 8, Real(9): 10, float("inf"): 11})
show(json.dumps, {(1, 2): 3})
show(json.dumps, {(1, 2): 3, b"x": 1, "kept": 2}, skipkeys=True)
show(json.dumps, {"b": 1, "a": {"d": 1, "c": 2}}, sort_keys=True)
show(json.dumps, {"b": 1, 2: 3}, sort_keys=True)
show(json.dumps, [float("nan"), float("inf"), float("-inf")])
show(json.dumps, float("nan"), allow_nan=False)
show(json.dumps, {float("inf"): 1}, allow_nan=False)
show(json.dumps, object())
show(json.dumps, {1, 2}, default=sorted)
show(json.dumps, [1j], default=lambda value: [value.real, value.imag])
show(json.dumps, [1j], default=lambda value: value)
show(json.dumps, "é\u1234\U0001F600", ensure_ascii=False)
show(json.dumps, "é\u1234\U0001F600")
show(json.dumps, [1, {"a": 2}], separators=("<,>", "<:>"))
circle = []
circle.append(circle)
show(json.dumps, circle)
circle = {}
circle["x"] = [circle]
show(json.dumps, circle)
deep = []
for _ in range(100000):
    deep = [deep]
show(json.dumps, deep)
while deep:
    deep = deep.pop()


class Shrinking:
    pass


shrinking = [Shrinking(), 2, 3]


def shrink(value):
    shrinking.clear()
    return "gone"


show(json.dumps, shrinking, default=shrink)
common = (repr, _json.encode_basestring, None, ":", ",", False, False, True)
show(_json.make_encoder(None, *common), {1: "x", "a": [1.5, None]}, 0)
show(_json.make_encoder({}, *common), obj=[], _current_indent_level=0)
show(_json.make_encoder, 1, *common)
show(_json.make_encoder, None, repr, repr, None, 1, ",", False, False, True)
show(_json.make_encoder(None, repr, lambda text: 5, None, ":", ",", False, False, True), "x", 0)
show(_json.make_encoder(None, repr, lambda text: f"<{text}>", None, ":", ",", False, False, True), {"x": 1, 2: "y"}, 0)
encoder = _json.make_encoder(None, *common)
print(encoder.markers, encoder.key_separator, encoder.item_separator, encoder.sort_keys, encoder.skipkeys, encoder.indent)
show(encoder)
show(encoder, 1)
show(encoder, 1, "x")


class Color(enum.IntEnum):
    RED = 1


show(json.dumps, {Color.RED: Color.RED})
