"""json: separators, sort_keys, default, hooks, special floats, keys, circular ones, errors with positions,
surrogates, big numbers (numbers and texts)."""
import json


def attempt(function, *args, **kw):
    try:
        return function(*args, **kw)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class IntEnumLike(int):
    def __repr__(self): return "repr not used"


data = {"b": [1, 2.5, None, True], "a": {"é": "\U0001f600\ud800\n\t\"\\/\x00\x7f"}, "t": (1, ()), "e": [[], {}],
        1: 2, None: 3, True: 4, 1.5: 5}
for kw in ({}, {"indent": 2}, {"indent": "\t", "separators": (",", ": ")}, {"indent": 0},
           {"separators": (",", ":")}, {"ensure_ascii": False}, {"skipkeys": True},
           {"indent": 1, "ensure_ascii": False}, {"indent": -1}):
    print(kw, ascii(attempt(json.dumps, data, **kw)))
print(attempt(json.dumps, {"b": 1, "a": 2}, sort_keys=True), attempt(json.dumps, data, sort_keys=True),
      attempt(json.dumps, {(1, 2): 3}), attempt(json.dumps, {(1, 2): 3, "k": 1}, skipkeys=True),
      attempt(json.dumps, {b"x": 1}))
loop = []
loop.append({"k": loop})
print(attempt(json.dumps, loop), attempt(json.dumps, loop, check_circular=False)[:40],
      attempt(json.dumps, {1, 2}), attempt(json.dumps, object)[:60], attempt(json.dumps, 1j),
      attempt(json.dumps, {1, 2}, default=sorted), attempt(json.dumps, 1j, default=lambda x: x),
      attempt(json.dumps, 1j, default=lambda x: 1 / 0), attempt(json.dumps, [1j, {2j: 1}], default=str))
print([attempt(json.dumps, v) for v in (float("nan"), float("inf"), -float("inf"), -0.0, 1e100, 1e-7, 10 ** 30,
                                        True, IntEnumLike(5), type("F", (float,),
                                                                   {"__repr__": lambda s: "no"})(1.5), type("S",
                                                                       (str,), {})("sub"), type("L", (list,),
                                                                           {})([1]), type("D", (dict,),
                                                                               {})(a=1))],
                                                                                   attempt(json.dumps,
                                                                                       float("nan"),
                                                                                           allow_nan=False),
                                                                                               attempt(json.dumps, [float("inf")], allow_nan=False, indent=1))
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
import io
out = io.StringIO()
json.dump({"k": [1, {"z": 2}]}, out, indent=1)
print(out.getvalue(), json.load(io.StringIO(out.getvalue())), attempt(json.load, 5), attempt(json.dump, 1, 5))
deep = "[" * 100000
print(attempt(json.loads, deep)[:40])
