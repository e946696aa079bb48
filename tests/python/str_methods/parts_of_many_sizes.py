"""split, rsplit, splitlines and bytes.strip: few parts and many, limits, parts that are shared, owners of the parts."""
import sys

for count in (0, 1, 2, 3, 23, 24, 25, 100, 1000):
    text = ",".join(f"p{n}" for n in range(count))
    spaced = text.replace(",", " \t")
    lines = text.replace(",", "\n")
    forms = text.split(","), text.rsplit(","), spaced.split(), spaced.rsplit(), lines.splitlines(), lines.splitlines(True)
    print(count, [len(form) for form in forms], forms[0] == forms[1], forms[2] == forms[3] == forms[4])
    for limit in (0, 1, 5, 24):
        left, right = text.split(",", limit), text.rsplit(",", maxsplit=limit)
        assert ",".join(left) == ",".join(right) == text
        print(limit, len(left), left[-1][:8], right[0][:8], len(spaced.split(None, limit)), spaced.rsplit(None, limit)[:1] == [""])
parts = "a,é,日,,\U0001f600".split(",")
parts.append("more")
parts.sort()
print(ascii(parts), "é日é".split("日"), "日é日".rsplit("é", 1), ascii("\x85a\u2028b".splitlines()), "\x1ca b".split())
whole = "nothing to split"
print(whole.split(",")[0] is whole, whole.splitlines()[0] is whole)


class Text(str):
    pass


print([type(part).__name__ for part in Text("abc").split(",") + Text("a b").split() + Text("abc").splitlines()])
marker = "".join(["long ", "marker"])
before = sys.getrefcount(marker)
for _ in range(50):
    kept = marker.split(",")
print(sys.getrefcount(marker) - before)
for arguments in (("",), (3,), (None, "x"), (b"a",)):
    try:
        print("a b".split(*arguments))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
for octets in (b"", b" ", b"\t\n\x0b\x0c\r x \r", b"\x1c x\x85", b"\x00 a \x00", bytearray(b"  ba  "), b"aXa"):
    print(octets.strip(), octets.lstrip(), octets.rstrip(), octets.strip(b"a "), octets.strip(b""), octets.rstrip(bytearray(b"\r")))
try:
    b"a".strip("a")
except TypeError as error:
    print(error)
