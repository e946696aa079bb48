"""json: separators, sort_keys, default, hooks, special floats, keys, circular ones, errors with positions,
surrogates, big numbers (numbers and texts)."""
import io
import json

from _json_options_and_errors import attempt

for text in (
    "1.", ".5", "1e", "+1", "1e5", "-0", "-0.0", "1E+2", "NaN", "-Infinity", "Infinity", "[1]x", "\ufeff1",
    "tru", "[1, 2", '{"a": [1, {"b": }]}', "\n\n  [1,\n x]", "1" * 30, "1." + "1" * 30, "[" * 5 + "]" * 4,
    "/* c */ 1", "\u00a01", '"\x7f"', "1 ", "\x0c1", '{"a":1}{', '["a", "b" "c"]',
):
    print(ascii(text), ascii(attempt(json.loads, text)))
for raw in (b'"\xc3\xa9"', b'\xef\xbb\xbf1', b'\xff\xfe1\x00', b'"\xff"', bytearray(b"[1]"), b"\x001",
            memoryview(b"1"), 5, None, b""):
    print(attempt(json.loads, raw))
print(json.loads('{"a": 1, "a": 2}', object_pairs_hook=list),
      json.loads('[{"x": {"y": 1}}]', object_hook=lambda d: sorted(d)),
      json.loads("[1, 2.5, NaN, 1e3]", parse_int=lambda s: "i" + s, parse_float=lambda s: "f" + s,
                 parse_constant=lambda s: "c" + s), attempt(json.loads, '{"a": 1}',
                                                            object_hook=lambda d: 1 / 0),
                                                            json.loads('"a\nb"', strict=False),
                                                            attempt(json.loads, "1", nope=1))
print(json.JSONDecoder().raw_decode("[1] rest"), attempt(json.JSONDecoder().raw_decode, "  1"),
      json.JSONDecoder().raw_decode("xx1", 2), attempt(json.JSONDecoder().raw_decode, "1", -1),
      list(json.JSONEncoder(indent=1).iterencode({"a": [1]})))


class E(json.JSONEncoder):
    def default(self, o): return {"complex": [o.real, o.imag]} if isinstance(o, complex) else super().default(o)


print(json.dumps([1j], cls=E), attempt(json.dumps, {1}, cls=E), E(sort_keys=True).encode({"b": 1j, "a": None}))
try:
    json.loads("[1,\n  oops]")
except json.JSONDecodeError as error:
    print(error.msg, error.doc, error.pos, error.lineno, error.colno, error)
out = io.StringIO()
json.dump({"k": [1, {"z": 2}]}, out, indent=1)
print(out.getvalue(), json.load(io.StringIO(out.getvalue())), attempt(json.load, 5), attempt(json.dump, 1, 5))
deep = "[" * 100000
print(attempt(json.loads, deep)[:40])
