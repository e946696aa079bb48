# Bytes-like subjects: bytes, bytearray, memoryview, array; and what is refused.
import array
import re

p = re.compile(rb"(\w+)-(\d+)")
for subject in (b"x ab-12", bytearray(b"x ab-12"), memoryview(b"x ab-12"), array.array("b", b"x ab-12") if hasattr(array, "array") else b"x ab-12"):
    m = p.search(subject)
    print(type(subject).__name__, m.group(), m.groups(), type(m[1]).__name__, p.sub(b"<>", subject), p.split(subject), m.span())
print(p.findall(b""), p.fullmatch(b"a-1").regs, re.sub(b"a", b"b", b"xyz"), re.findall(rb".", b"\n\xff\x00", re.S))
print(re.findall(rb"(?i)[a-z\xe0]+", b"Ab\xe0\xc0"), re.findall(rb"[^\x00-\x7f]", b"a\x80\xff"), re.compile(b"\xff").pattern, re.escape(b"a.\x00\xff-"))
for action in (lambda: p.search("text"), lambda: re.search("text", b"x"), lambda: p.search(5), lambda: p.search(None), lambda: p.search([98]), lambda: re.sub(b"a", "b", b"a"),
               lambda: p.search(memoryview(b"abcd")[::2]), lambda: re.compile("a").sub(b"x", b"a"), lambda: p.sub("x", b"ab-1"), lambda: re.match(bytearray(b"a"), b"a")):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
locked = bytearray(b"aaa")
def shrink(match):
    try:
        locked.pop()
    except BufferError as error:
        return b"!"
    return b"?"
print(re.sub(b"a", shrink, locked), locked)
