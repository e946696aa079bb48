"""str.split, rsplit, splitlines: separators, limits, white space of every kind, errors."""
for text in ("a b  c", "", "   ", " lead", "trail ", "a\tb\nc\x0bd\u2003e\xa0f", "one"):
    print(repr(text), text.split(), text.rsplit(), text.split(" "), text.split(None, 1), text.rsplit(None, 1))
for limit in (-1, 0, 1, 2, 10):
    print(limit, "a,b,c,d".split(",", limit), "a,b,c,d".rsplit(",", limit), "  a b  c ".split(maxsplit=limit),
          "  a b  c ".rsplit(maxsplit=limit))
print("aXXbXXXc".split("XX"), "aXXbXXXc".rsplit("XX"), "abc".split("abc"), "".split(","))
print("é→x→é".split("→"), "\U0001f600-\U0001f600".split("-"), "a\0b".split("\0"))
for text in ("a\nb\r\nc\rd", "x\n", "\n\n", "", "a\x0bb\x0cc\x1cd\x1de\x1ef\x85g\u2028h\u2029i"):
    print(text.splitlines(), text.splitlines(True), text.splitlines(keepends=False))
for call in (lambda: "a".split(""), lambda: "a".rsplit(""), lambda: "a".split(1), lambda: "a".split(",", "x"),
             lambda: "a".split(b","), lambda: "a".split(",", 1, 2), lambda: "a".splitlines(1, 2)):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Text(str):
    pass


print([type(part).__name__ for part in Text("a b").split()], type(Text("a").split()[0]).__name__)
parts = "  spread   out ".split()
print(parts, " ".join(parts), "-".join("abc"), "".join([]), ", ".join({"k": 1}))
