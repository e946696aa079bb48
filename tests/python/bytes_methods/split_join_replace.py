"""bytes and bytearray: split, join, partition, replace, strip, translate."""
print(b"a b  c".split(), b"a,b,c".split(b",", 1), b"a,b,c".rsplit(b",", 1), b" x ".split(), b"".split(), b"".split(b","))
print(b"a\nb\r\nc\x0bd\x85e".splitlines(), b"a\n".splitlines(True), bytearray(b"a b").split())
print(b",".join([b"a", bytearray(b"b"), memoryview(b"c")]), bytearray(b"-").join([b"x", b"y"]), b"".join([]))
print(b"k=v=w".partition(b"="), b"k=v=w".rpartition(b"="), bytearray(b"kv").partition(b"="))
print(b"banana".replace(b"a", b"o", 2), b"abc".replace(b"", b"."), bytearray(b"abc").replace(b"b", b"BB"))
print(b"xxaxx".strip(b"x"), b" \x00a ".lstrip(), b"a\x0c".rstrip(), bytearray(b"abca").strip(b"ca"))
table = bytes.maketrans(b"abc", b"xyz")
print(b"aabbcc d".translate(table), b"aabbcc d".translate(None, b"a "), b"abcd".translate(table, delete=b"d"), len(table))
print(b"undo".removeprefix(b"un"), b"undo".removesuffix(b"do"), b"undo".startswith((b"x", b"un")), b"undo".endswith(b"do", 1))
for call in (lambda: b"a".split(b""), lambda: b"a".split(","), lambda: b",".join(["a"]), lambda: b",".join([b"a", 1]),
             lambda: b",".join(5), lambda: b"a".partition(b""), lambda: b"a".translate(b"short"),
             lambda: bytes.maketrans(b"ab", b"c"), lambda: b"a".replace("a", "b"), lambda: b"a".strip("a"),
             lambda: b"a".startswith("a"), lambda: b"a".startswith((b"b", "a")), lambda: b"a" + "b", lambda: b"a" * "x"):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
