"""Values and helpers of the programs json_options_and_errors_*.py."""
import json

from _json_options_and_errors import IntEnumLike, attempt, data, loop

for kw in ({}, {"indent": 2}, {"indent": "\t", "separators": (",", ": ")}, {"indent": 0},
           {"separators": (",", ":")}, {"ensure_ascii": False}, {"skipkeys": True},
           {"indent": 1, "ensure_ascii": False}, {"indent": -1}):
    print(kw, ascii(attempt(json.dumps, data, **kw)))
print(attempt(json.dumps, {"b": 1, "a": 2}, sort_keys=True), attempt(json.dumps, data, sort_keys=True),
      attempt(json.dumps, {(1, 2): 3}), attempt(json.dumps, {(1, 2): 3, "k": 1}, skipkeys=True),
      attempt(json.dumps, {b"x": 1}))
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
