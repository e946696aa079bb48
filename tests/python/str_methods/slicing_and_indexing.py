"""Indexing and slicing of text: negative steps, huge bounds, subclasses, errors."""
text = "abcdef"
for piece in (slice(None), slice(1, 4), slice(-3, None), slice(None, None, -1), slice(4, 1, -1), slice(None, None, 2),
              slice(1, None, 3), slice(10, 20), slice(-100, 100), slice(5, 0), slice(None, None, -2), slice(-1, -7, -2),
              slice(2**100), slice(-2**100, 2**100, 2**100), slice(True, None)):
    print(piece, repr(text[piece]), text[piece] == "".join(list(text)[piece]))
print(text[0], text[-1], text[True], text[False:3], "é→\U0001f600"[::-1], "\U0001f600x"[1])


class Index:
    def __index__(self):
        return 2


print(text[Index()], text[Index():], text[:Index()], text[::Index()])
for key in (6, -7, 2**70, "a", 1.0, None, (1, 2), slice(None, None, 0), slice("a"), slice(1.5)):
    try:
        print(text[key])
    except (IndexError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    text[0] = "x"
except TypeError as error:
    print(error)
try:
    del text[0]
except TypeError as error:
    print(error)
print(text[:] is text, text[0:6] is text, type(text[0:0]), "ab" * 3, 2 * "xy", "a" * 0, "a" * -5)
print("b" in text, "bd" not in text, "" in "", "cde" in text)
for bad in (1, None, b"a"):
    try:
        bad in text
    except TypeError as error:
        print(error)
