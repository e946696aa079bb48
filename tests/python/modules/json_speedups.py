# _json directly: literals, numbers, errors and their positions, re-entrant hooks.
import _json
import json.encoder
import json.decoder


def show(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


for text in ["", "plain", 'q"b\\s/', "\x00\x1f\x7f\x80\xff", "\u1234\ud800", "\U0001F600x", "\b\f\n\r\t"]:
    print(ascii(_json.encode_basestring(text)), ascii(_json.encode_basestring_ascii(text)))
for text in ['abc"', '\\x"', '\\u12"', '\\u12zz   "', '\\ud800\\u12zz  "', '\\ud83d\\ude00"', '\\ud83d\\u0041"', '\n"',
             "abc", '\\', '\\u', '\\ude00x"', '\\"\\\\\\/\\b\\f\\n\\r\\t"', '\u1234\\u00e9"']:
    try:
        print(ascii(_json.scanstring(text, 0)))
        print(ascii(_json.scanstring(text, 0, False)))
    except Exception as error:
        print(type(error).__name__, error)
for arguments in [(b"a", 0), (1, 2), ("a", -1), ("a", 5), ("a", "b")]:
    show(_json.scanstring, *arguments)
show(_json.encode_basestring, 1)
show(_json.encode_basestring_ascii, b"")

decoder = json.decoder.JSONDecoder()
scan = _json.make_scanner(decoder)
for text in ["1", "-1", "-", "01", "1.", "1.5", "1.e", "1e5", "1e", "1E+2", "-0", "-0.0", "1.5e-3x", "12345678901234567890",
             "nul", "null", "true", "false", "fals", "NaN", "Infinity", "-Infinity", "-Infinit", "[", "[1", "[1,", "[1 2]",
             "[1,]", "[ ]", "{", "{}", "{ }", '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', "{1:2}", '{"a" 1}',
             '{"a":1 "b":2}', '[[[]]]', '{"a":{"a":[{}]}}', '"x', "", "?", " 1", '{"a":1,"a":2}']:
    for read in (lambda: scan(text, 0), lambda: decoder.decode(text)):
        try:
            print(read())
        except (ValueError, StopIteration) as error:
            print(type(error).__name__, error)
for arguments in [(), ("1",), ("", 0), (b"", 0), ("1", -1), ("1", 3), ("1", "2"), ("1", 0, 0)]:
    show(scan, *arguments)
show(scan, string="[1]", idx=0)
for arguments in [(), (1,), (decoder, decoder)]:
    show(_json.make_scanner, *arguments)
print(scan.strict, scan.object_hook, scan.parse_float)
show(setattr, scan, "strict", 1)
first, second = decoder.decode('[{"key": 1}, {"key": 2}]')
print(next(iter(first)) is next(iter(second)))
show(decoder.decode, "[" * 100000)
show(decoder.decode, '{"a":' * 100000)
hooks = json.decoder.JSONDecoder(object_pairs_hook=list, parse_int=lambda s: "i" + s, parse_float=lambda s: "f" + s,
                                 parse_constant=lambda s: "c" + s)
print(hooks.decode('{"a": [1, -2.5, NaN, -Infinity], "b": {}}'))
print(json.decoder.JSONDecoder(object_hook=sorted).decode('{"b": 1, "a": {"c": 2, "b": 0}}'))
