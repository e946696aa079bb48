"""str.translate: plain dicts, dict subclasses with __missing__, lists, strings and objects as tables."""


class Missing(dict):
    def __missing__(self, key):
        if key == ord("z"):
            raise KeyError(key)
        if key == ord("y"):
            raise IndexError(key)
        return chr(key).upper()


class Table:
    def __getitem__(self, key):
        if key % 2:
            raise LookupError(key)
        return None if key == ord("b") else [key] if key == ord("d") else key + 1


for table in (
    {}, {97: 98}, {97: "xyz"}, {97: None, 98: "é", 99: 0x1F600}, {"a": "b"}, {97: ""}, Missing({97: "."}), Table(),
    str.maketrans("abc", "xyz", "d"), str.maketrans({"a": None, "é": "e", 99: 100}), "x" * 100, ["?"] * 98,
):
    for text in ("", "a", "abcabc", "zyx", "éa", "bcd"):
        try:
            print(ascii(text), ascii(text.translate(table)))
        except Exception as error:
            print(ascii(text), type(error).__name__, error)
for value in (-1, 0x110000, 2**80, 1.5, b"x"):
    try:
        print("a".translate({97: value}))
    except Exception as error:
        print(type(error).__name__, error)
print("a".translate({97: True}) == "\x01", ascii("abc".translate({97: 97, 98: "\0"})))


class Bad:
    def __hash__(self):
        return 97

    def __eq__(self, other):
        raise ZeroDivisionError("asked")


try:
    "a".translate({Bad(): 1})
except ZeroDivisionError as error:
    print(error)
