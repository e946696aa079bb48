"""replace with counts and empty patterns; translate with dicts, objects and maketrans."""
for count in (-1, 0, 1, 2, 100):
    print(count, "banana".replace("a", "o", count), "banana".replace("", "-", count), "aaaa".replace("aa", "b", count))
print("abc".replace("b", ""), "abc".replace("abc", "é"), "aé→".replace("→", "\U0001f600"), "".replace("", "x"),
      "".replace("", "x", 0), "".replace("a", "x"), "a\0b".replace("\0", "nul"))
table = str.maketrans("abc", "xyz", "d")
print(table, "abcdef".translate(table))
print(str.maketrans({"a": "long text", 98: None, "c": 100}), "abcd".translate({97: "AA", 98: None, 99: 0x1F600}))
print(str.maketrans("", ""), "x".translate({}), "żółw".translate(str.maketrans("żół", "zol")))


class Upper:
    def __getitem__(self, code):
        if chr(code) in "aeiou":
            return chr(code).upper()
        if code == ord("x"):
            return None
        raise LookupError(code)


print("the quick fox".translate(Upper()))
print("abc".translate(["z"] * 98), "\x00\x01".translate("ab"))
for call in (lambda: "a".translate(), lambda: "a".translate({97: -1}), lambda: "a".translate({97: 0x110000}),
             lambda: "a".translate({97: 1.5}), lambda: "a".translate(5), lambda: str.maketrans("ab", "c"),
             lambda: str.maketrans("a"), lambda: str.maketrans({"ab": 1}), lambda: str.maketrans({1.5: "a"}),
             lambda: str.maketrans(1, "a"), lambda: "a".replace("a"), lambda: "a".replace("a", 1),
             lambda: "a".replace(1, "a"), lambda: "a".replace("a", "b", "c"), lambda: "a".replace("a", "b", count=1)):
    try:
        print(call())
    except (TypeError, ValueError, LookupError) as error:
        print(type(error).__name__, error)
