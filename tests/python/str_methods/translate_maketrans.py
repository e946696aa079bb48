"""maketrans and translate of str and bytes: every form of table, objects with __getitem__, deletions, expansions, refusals."""
table = str.maketrans({"a": "1", 98: None, "c": "long", "d": 0x20ac, "é": "e"})
print(sorted(table.items(), key=str), "abcdé".translate(table))
print(str.maketrans("abc", "xyz"), "aabbcc".translate(str.maketrans("abc", "xyz", "b")), str.maketrans("", "", "q"))
for arguments in (("ab", "c"), ({"ab": 1},), (5,), ("a", 5), ({1.5: "x"},), ("a",), ("a", "b", 5), (), ("a", "b", "c", "d"), ({"": 1},)):
    try:
        print(arguments, str.maketrans(*arguments))
    except (TypeError, ValueError) as error:
        print(arguments, "->", type(error).__name__, error)


class Table:
    def __getitem__(self, key):
        if key == ord("a"):
            raise LookupError
        if key == ord("b"):
            return None
        if key == ord("c"):
            raise KeyError
        if key == ord("z"):
            raise ValueError("not a lookup problem")
        return chr(key + 1)


print("abcde".translate(Table()))
for text, bad in (("z", Table()), ("a", {97: 1.5}), ("a", {97: -1}), ("a", {97: 0x110000}), ("a", {97: b"x"}), ("a", 5), ("abc", ["x"] * 98), ("a", None)):
    try:
        print(repr(text.translate(bad)))
    except Exception as error:
        print(type(error).__name__, error)
print("hello".translate({104: "H", 0x6f: "\U0001f600"}), "plain".translate({}), "ab" * 3000 == ("ba" * 3000).translate({97: "b", 98: "a"}), "abc".translate("0" * 97 + "xyz"), "ÀÉ".translate(str.maketrans("ÀÉ", "ae")))
same = "unchanged"
print(same.translate({1: 2}) == same, "".translate({97: "b"}))
rot = bytes.maketrans(b"abc", b"bca")
print(len(rot), b"aabbcc".translate(rot), b"abc".translate(None, b"b"), b"abc".translate(rot, b"a"), b"abc".translate(None, delete=b""), bytearray(b"abc").translate(rot))
for call in (lambda: bytes.maketrans(b"a", b"bc"), lambda: bytes.maketrans("a", "b"), lambda: b"a".translate(b"short"), lambda: b"a".translate(5), lambda: b"a".translate(None, 5), lambda: b"a".translate(), lambda: b"a".translate(rot, b"a", 1), lambda: b"a".translate(bytes(257)), lambda: "a".translate()):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
