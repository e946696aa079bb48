"""strip, lstrip, rstrip with white space, sets of characters and wide text."""
for text in ("  both  ", "\t\n tabs\r\n", "none", "", "    ", "\u2003wide\u3000", "\x1cfs\x1f"):
    print([text.strip(), text.lstrip(), text.rstrip()])
for chars in ("x", "xy", "", "zyx", "äx", None):
    print(repr(chars), ["xxyäabyx".strip(chars), "xxyäabyx".lstrip(chars), "xxyäabyx".rstrip(chars)])
print("www.example.com".strip("cmowz."), "aaa".strip("a") == "", "\U0001f600ok\U0001f600".strip("\U0001f600"))
print("abc".strip("ABC"), "mississippi".lstrip("mis"), "mississippi".rstrip("ip"))
for call in (lambda: "a".strip(1), lambda: "a".strip(b"a"), lambda: "a".strip("a", "b"), lambda: "a".lstrip(chars="a"),
             lambda: "a".rstrip(["a"])):
    try:
        print(call())
    except TypeError as error:
        print(error)
text = "unchanged"
print(text.strip() is text, text.strip("x") is text, " ".strip() is "".strip())


class Name(str):
    def __repr__(self):
        return f"Name({str(self)!r})"


print(repr(Name(" a ").strip()), type(Name("a").strip()).__name__)
