# Data nested deeply: made, serialised, copied, pickled, marshalled, compiled and dropped.
import ast
import copy
import json
import marshal
import pickle

deep = []
for _ in range(100_000):
    deep = [deep]
for name, action in {
    "json": lambda: json.dumps(deep), "copy": lambda: copy.deepcopy(deep), "pickle": lambda: pickle.dumps(deep),
    "marshal": lambda: marshal.dumps(deep), "json text": lambda: json.loads("[" * 100_000 + "]" * 100_000),
    "json objects": lambda: json.loads('{"a":' * 100_000 + "1" + "}" * 100_000),
    "marshal bytes": lambda: marshal.loads(b"(\x01\x00\x00\x00" * 100_000 + b"N"),
    "pickle bytes": lambda: pickle.loads(b"(" * 100_000 + b"t" * 100_000 + b"."),
    "literal": lambda: ast.literal_eval("-" * 100_000 + "1"),
    "compile": lambda: compile("(" * 150 + ")" * 150, "", "eval"),
    "compile deep": lambda: compile("(" * 5000 + ")" * 5000, "", "eval"),
}.items():
    try:
        action()
        print(name, "fine")
    except (RecursionError, MemoryError, SyntaxError, ValueError) as error:
        kind = type(error).__name__
        print(name, kind if name not in ("literal",) else "refused")
while deep:
    deep = deep[0]
print("dropped")
