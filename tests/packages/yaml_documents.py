# PyYAML: loading with anchors, merges, tags and types, dumping in every style, errors with their marks, own classes.
import datetime

import yaml

text = """
%YAML 1.1
---
base: &base {name: base, sizes: [1, 0x1F, 0o14, 014, 1_000, 1:30]}
derived:
  <<: *base
  name: derived
literal: |
  kept
    as it is
folded: >-
  folded
  into one

  and two
dates: [2001-12-14, 2001-12-14T21:59:43.10-05:00, 12:30:45]
other: [yes, No, ~, null, .inf, -.INF, .nan, 1e3, 1.0e+3, "quoted \\u263A \\x41", 'it''s']
? [complex, key]
: value
set: !!set {a, b}
binary: !!binary aGVsbG8=
omap: !!omap [one: 1, two: 2]
tuple: !!python/tuple [1, 2]
"""
for loader in (yaml.SafeLoader, yaml.FullLoader):
    try:
        data = yaml.load(text, Loader=loader)
        for key, value in data.items():
            print(key, type(value).__name__, value)
        print(data["base"] is data["derived"], data["base"]["sizes"] is data["derived"]["sizes"])
    except yaml.YAMLError as error:
        print(type(error).__name__, error)


class Point(yaml.YAMLObject):
    yaml_tag = "!point"
    yaml_loader = [yaml.SafeLoader]
    yaml_dumper = yaml.SafeDumper

    def __init__(self, x, y):
        self.x, self.y = x, y


shared = [1, 2]
document = {"point": Point(1, -2.5), "shared": [shared, shared], "text": "line one\nline two\n", "numbers": [1, 1.5, True, None, "1", "yes", ""],
            "date": datetime.date(2020, 2, 29), "moment": datetime.datetime(2020, 2, 29, 12, 30, 15, 1000), "bytes": b"\x00\xff", "nested": {"a": {"b": []}, "c": {}},
            "unicode": "äö☺\u2028", "set": {1}, "long": "word " * 30}
for options in ({}, {"default_flow_style": True, "width": 60}, {"default_style": '"', "allow_unicode": True, "sort_keys": False}, {"indent": 4, "explicit_start": True, "canonical": True}):
    print(yaml.safe_dump(document, **options))
back = yaml.safe_load(yaml.safe_dump(document))
print(back["point"].x, back["point"].y, back["shared"][0] is back["shared"][1], back["bytes"], back["moment"], back["unicode"] == document["unicode"])


def dice(loader, node):
    return tuple(int(part) for part in loader.construct_scalar(node).split("d"))


yaml.add_constructor("!dice", dice, Loader=yaml.SafeLoader)
yaml.add_implicit_resolver("!dice", __import__("re").compile(r"^\d+d\d+$"), Loader=yaml.SafeLoader)
print(yaml.safe_load("[3d6, !dice 1d20, 3 d6]"))
yaml.add_representer(complex, lambda dumper, value: dumper.represent_scalar("!complex", str(value)))
print(yaml.dump([1 + 2j, (1, 2), range, print, Point]))
for wrong in ("a: b: c", "[1, 2", "a:\n\t- b", "*nowhere", "&a [*a]", "!unknown x", "a: 'open", "{a: 1, a: 2}", "- a\nb: c", "key: @x", "\x00", "--- a\n--- b"):
    try:
        print(repr(yaml.safe_load(wrong)))
    except yaml.YAMLError as error:
        print(type(error).__name__, str(error).replace("\n", " | "))
print(list(yaml.safe_load_all("a: 1\n---\nb: 2\n...\n---\n- c\n")), yaml.safe_dump_all([1, [2]]))
print([type(event).__name__ for event in yaml.parse("a: [1, &x 2]")], [str(token.id) for token in yaml.scan("- a: 'b'")])
print(yaml.serialize(yaml.compose("a: {b: [c, d]}")))
big = yaml.dump([{"id": i, "name": f"name {i}", "tags": ["x", "y"] * (i % 3), "ratio": i / 7} for i in range(150)], Dumper=yaml.Dumper)
print(len(big), sum(entry["ratio"] for entry in yaml.load(big, Loader=yaml.FullLoader)))
