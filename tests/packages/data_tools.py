# marshmallow, jsonschema, dateutil, Arrow, sortedcontainers, toolz, more-itertools, TOML Kit, simplejson, docopt.
import datetime
import decimal
import uuid

import arrow
import docopt
import jsonschema
import more_itertools as mit
import simplejson
import tomlkit
import toolz
from dateutil import parser, relativedelta, rrule, tz, easter
from marshmallow import EXCLUDE, RAISE, Schema, ValidationError, fields, post_load, pre_load, validate, validates, validates_schema
from sortedcontainers import SortedDict, SortedKeyList, SortedList, SortedSet


class Author(Schema):
    name = fields.Str(required=True, validate=validate.Length(min=2))
    email = fields.Email(allow_none=True)


class Book(Schema):
    class Meta:
        unknown = RAISE
        ordered = True

    title = fields.Str(data_key="Title", required=True)
    author = fields.Nested(Author, many=True)
    price = fields.Decimal(places=2, as_string=True)
    printed = fields.Date()
    kind = fields.Str(validate=validate.OneOf(["a", "b"]), load_default="a")
    tags = fields.Dict(keys=fields.Str(), values=fields.List(fields.Int()))
    size = fields.Method("get_size")
    key = fields.UUID()

    def get_size(self, book):
        return len(book["title"])

    @validates("price")
    def positive(self, value):
        if value < 0:
            raise ValidationError("below zero")

    @validates_schema
    def both(self, data, **rest):
        if data.get("kind") == "b" and "printed" not in data:
            raise ValidationError("b needs a date", "printed")

    @pre_load
    def strip(self, data, **rest):
        return {key: value.strip() if isinstance(value, str) else value for key, value in data.items()}

    @post_load
    def make(self, data, **rest):
        return dict(data)


book = Book().load({"Title": " T ", "author": [{"name": "Ann", "email": None}], "price": "12.345", "printed": "2020-02-29", "tags": {"x": ["1", 2]}, "key": "0" * 32})
print(book, Book().dumps(book), Book(only=("title", "size")).dump(book))
for wrong in ({}, {"Title": 3, "extra": 1}, {"Title": "t", "author": [{"name": "A"}, {"email": "no"}], "price": "-1", "kind": "c", "printed": "x", "tags": {"a": ["q"]}, "key": 1}, {"Title": "t", "kind": "b"}):
    try:
        Book().load(wrong)
    except ValidationError as error:
        print(error.messages, sorted(error.valid_data))

schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "required": ["id"], "additionalProperties": False,
          "properties": {"id": {"type": "integer", "minimum": 1}, "tree": {"$ref": "#/$defs/node"}, "names": {"type": "array", "items": {"type": "string", "pattern": "^a"}, "uniqueItems": True, "maxItems": 2}},
          "$defs": {"node": {"type": "object", "properties": {"value": {"enum": [1, "x", None]}, "next": {"$ref": "#/$defs/node"}}}}}
for value in ({"id": 1, "tree": {"next": {"value": None}}}, {"id": 0, "names": ["b", "b", "a"]}, {"tree": {"next": {"value": 5}}, "z": 1}, []):
    for error in sorted(jsonschema.Draft202012Validator(schema).iter_errors(value), key=lambda e: (list(map(str, e.path)), e.message)):
        print(list(error.path), error.message, list(error.schema_path)[-1])
try:
    jsonschema.validate(1, {"type": "nosuch"})
except jsonschema.SchemaError as error:
    print(type(error).__name__, error.message[:60])

print(parser.parse("Thu Sep 25 2003 10:36:28 -0300"), parser.parse("10/09/03", dayfirst=True), parser.isoparse("2020-W10-3T12"), parser.parse("3rd of May 2001, 5pm", default=datetime.datetime(2000, 1, 1)))
print(datetime.date(2020, 1, 31) + relativedelta.relativedelta(months=1, weekday=relativedelta.FR(-1)), relativedelta.relativedelta(datetime.datetime(2021, 3, 1), datetime.datetime(2019, 12, 25, 12)), easter.easter(2024))
print([d.isoformat() for d in rrule.rrule(rrule.MONTHLY, count=4, byweekday=rrule.FR(-1), dtstart=datetime.datetime(2020, 1, 1))], rrule.rrulestr("FREQ=WEEKLY;INTERVAL=2;COUNT=3;BYDAY=TU,TH", dtstart=datetime.datetime(2021, 1, 1))[2])
zone = tz.gettz("Europe/Berlin")
print(datetime.datetime(2020, 3, 29, 3, 30, tzinfo=zone).astimezone(tz.UTC), tz.datetime_exists(datetime.datetime(2020, 3, 29, 2, 30), zone), tz.datetime_ambiguous(datetime.datetime(2020, 10, 25, 2, 30), zone), tz.tzoffset("X", 3600))
try:
    parser.parse("not a date")
except parser.ParserError as error:
    print(error)
moment = arrow.get("2013-05-05T12:30:45.123456+02:00")
print(moment.to("US/Pacific").format("YYYY-MM-DD HH:mm:ss ZZ dddd Do"), moment.shift(months=-1, weeks=+2).humanize(moment), moment.floor("hour"), [str(r[0]) for r in arrow.Arrow.span_range("day", moment.naive, moment.shift(days=2).naive)], moment.humanize(moment.shift(hours=3), locale="de"))

numbers = SortedList([5, 1, 4, 1, 3])
numbers.update(range(0, 3000, 7))
table = SortedDict({"b": 2, "a": 1, "c": 3}, )
print(numbers[:5], numbers.bisect(100), numbers.count(1), list(numbers.irange(10, 30)), len(numbers), table.peekitem(0), list(table.irange("b")), SortedSet("hello") | SortedSet("world"), SortedKeyList(["ccc", "a", "bb"], key=len), table.keys()[1])
print(toolz.groupby(len, ["a", "bb", "c"]), toolz.pipe(3, toolz.curry(lambda a, b: a * b)(2), str), list(toolz.sliding_window(2, range(4))), toolz.merge_with(sum, {"a": 1}, {"a": 2, "b": 3}), toolz.get_in(["a", 0, "b"], {"a": [{"b": 7}]}), toolz.assoc_in({}, ["x", "y"], 1), list(toolz.unique("abca")), toolz.compose(str, abs)(-3), list(toolz.partition_all(2, range(5))), toolz.frequencies("mississippi"))
print(list(mit.chunked(range(7), 3)), mit.first([], 0), list(mit.windowed(range(4), 3)), mit.one([1]), list(mit.collapse([1, [2, [3]]])), list(mit.interleave_longest([1, 2], "a")), mit.ilen(iter("abc")), [list(g) for g in mit.split_at("axbxc", lambda c: c == "x")], list(mit.distinct_permutations("aab"))[:2], mit.peekable([1, 2]).peek(), list(mit.set_partitions([1, 2, 3], 2)), mit.bucket("aAbB", str.lower)["a"].__class__.__name__, list(mit.numeric_range(1, 2, 0.25)), mit.consumer.__name__)

document = tomlkit.parse('# comment\ntitle = "x" # after\n[owner]\nname = "Tom"\nborn = 1979-05-27T07:32:00-08:00\nlist = [ 1, 2, # c\n 3 ]\n[[items]]\na = {b = 1, c.d = "e"}\n')
document["owner"]["age"] = 41
document["owner"]["list"].append(4)
document["items"].append(tomlkit.table())
document["new"] = tomlkit.inline_table().append("k", [1.5, True])
print(tomlkit.dumps(document), document.unwrap()["owner"]["born"])
for wrong in ("a = ", "a = 1\na = 2", "[x", "b = 01"):
    try:
        tomlkit.parse(wrong)
    except tomlkit.exceptions.TOMLKitError as error:
        print(type(error).__name__, error)
print(simplejson.dumps({"d": decimal.Decimal("1.10"), "t": (1,), 3: None, "u": "\u2028é"}, use_decimal=True, indent="  ", sort_keys=False), simplejson.loads("[1.1, NaN]", use_decimal=True), simplejson.dumps([1, 2 ** 60], bigint_as_string=True))
try:
    simplejson.loads('{"a": 1,}')
except simplejson.JSONDecodeError as error:
    print(error, error.pos)
usage = """Ships.

Usage:
  ships new <name>...
  ships move <name> <x> <y> [--speed=<kn>]
  ships (set|remove) mine [--moored | --drifting]
  ships --version

Options:
  --speed=<kn>  Speed [default: 10].
  --moored      Moored.
"""
for line in ("new a b", "move a 1 2 --speed=15", "set mine --drifting", "fly"):
    try:
        print(dict(sorted(docopt.docopt(usage, line.split(), version="1").items())))
    except SystemExit as error:
        print(type(error).__name__, str(error).split("\n")[0])
