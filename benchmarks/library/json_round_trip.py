"""Turns nested records into JSON text and back: json.dumps and json.loads, compact and indented."""

import json


def record(number):
    return {
        "id": number,
        "name": f"customer {number}",
        "active": number % 3 == 0,
        "balance": number * 1.25,
        "tags": [f"tag{number % k}" for k in (2, 3, 5)],
        "address": {"street": "Höhenweg", "number": number % 100, "zip": None},
    }


records = [record(number) for number in range(3000)]
size = 0
for _ in range(14):
    text = json.dumps(records, separators=(",", ":"))
    size += len(text)
    assert json.loads(text) == records
pretty = json.dumps(records[:600], indent=2, sort_keys=True)
assert json.loads(pretty) == records[:600]
print(size, len(pretty), hash(pretty[:0]))
