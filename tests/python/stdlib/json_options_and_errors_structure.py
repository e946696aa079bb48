"""json: separators, sort_keys, default, hooks, special floats, keys, circular ones, errors with positions,
surrogates, big numbers (structure)."""
import json

from _json_options_and_errors import attempt

for text in (
    "", " ", "nul", "nulll", "[1,]", "[1 2]", "[,]", "[", "]", "{", '{"a"}', '{"a":}', '{"a":1,}',
    '{"a":1 "b":2}', "{1:2}", "{'a':1}", '"', '"abc', '"a\nb"', '"\\x"', '"\\u12"', '"\\u123g"',
    '"\\ud83d\\ude00"', '"\\ud83d"', '"\\ud83dx"', '"\t"', "01", "-",
):
    print(ascii(text), ascii(attempt(json.loads, text)))
