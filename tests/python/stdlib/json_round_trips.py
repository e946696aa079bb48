"""json: dumps options, loads hooks, errors with positions, special floats."""
import json

data = {"text": "é\n\"q\"\u2028\U0001f600", "n": [1, -2.5, 1e100, True, None], "empty": {}, "nested": {"b": [], "a": [[1], {"x": 0}]}, 1: "int key", None: 0, 2.5: 1, False: 2}
print(json.dumps(data), json.dumps(data, ensure_ascii=False), sep="\n")
print(json.dumps({"b": 1, "a": [1, {"c": 2}]}, indent=2, sort_keys=True), json.dumps([1, {"a": 2}], separators=(",", ":")), json.dumps([1, [2]], indent="\t"))
print(json.loads(' {"a": [1, 2.0, "\\u00e9\\ud83d\\ude00", null, true], "a": 5} '), json.loads("[1e5, -0, 1E-2, 12345678901234567890]"), json.loads(b'"bytes"'))
print(json.loads("[NaN, Infinity, -Infinity]"), json.dumps([float("inf"), float("nan")]), json.loads('{"a": {"b": 1}}', object_pairs_hook=list))
print(json.loads("[1.5, 2]", parse_float=str, parse_int=lambda s: s + "!"), json.loads('{"x": 1}', object_hook=lambda d: sorted(d)))


class Encoder(json.JSONEncoder):
    def default(self, value):
        return sorted(value) if isinstance(value, set) else super().default(value)


print(json.dumps({"s": {3, 1}}, cls=Encoder), json.dumps(1j, default=str), json.dumps({(1, 2): 3, "k": 1}, skipkeys=True), list(json.JSONEncoder().iterencode([1, "a"])))
loop = []
loop.append(loop)
for text in ("", "{", "[1,]", '{"a" 1}', '{"a": 1,}', "{1: 2}", '"open', '"bad \\x"', "nul", "1 2", "[1\n2]", '"tab\t"', '"\\u12"', "01", "-", "+1", ".5", "\ufeff1", "[" * 3, "'a'"):
    try:
        print(json.loads(text))
    except json.JSONDecodeError as error:
        print(repr(text), error, error.pos, error.lineno, error.colno)
for call in (lambda: json.dumps({1, 2}), lambda: json.dumps({(1,): 2}), lambda: json.dumps(loop), lambda: json.dumps(float("nan"), allow_nan=False), lambda: json.loads(5), lambda: json.dumps(b"x"), lambda: json.dumps(object)):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
