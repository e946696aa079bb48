# UTF-7: base64 sections, their ends, what is refused, and decoding in pieces.
import codecs


def attempt(function, *arguments):
    try:
        return repr(function(*arguments))
    except UnicodeError as error:
        return f"{type(error).__name__} {error.start}:{error.end} {error.reason}"


for text in ("plain", "a+b", "++", "-", "\u00e9", "\u00e9-", "\u00e9+", "\u00e9a", "\u00e9 a", "\u20ac\u00e9!",
             "\U0001f40d", "x\U0001f40d\U0001f40dy", "\ud800", "\udc00\ud800", "~", "\\", "tab\tline\n", "\x00", "\x7f",
             "=[]{}<>", "1 + 1 = 2"):
    octets = text.encode("utf-7")
    print(ascii(text), octets, octets.decode("utf-7") == text)

for octets in (b"+", b"+-", b"a+-b", b"+AOk", b"+AOk-", b"+AOk.", b"+AOk-+AOk-", b"+A", b"+AO-", b"+AOl-", b"+!", b"\xe9",
               b"a\xe9b", b"+2D3cDQ-", b"+2D0-", b"+2D0-x", b"+2D0.x", b"+2D0", b"+3A0-", b"+AOkA6Q-", b"+AGE-", b"+/+", b"~\\"):
    print(octets, attempt(octets.decode, "utf-7"), ascii(octets.decode("utf-7", "replace")),
          ascii(octets.decode("utf-7", "ignore")))

decoder = codecs.getincrementaldecoder("utf-7")()
print([ascii(decoder.decode(bytes([octet]))) for octet in b"a+AOk-b+2D3cDQ-+-c"])
print(codecs.utf_7_decode(b"ab+AOk"), codecs.utf_7_decode(b"ab+"), codecs.utf_7_decode(b"ab+AOk", "strict", True))
print(codecs.utf_7_encode("a\u00e9"), codecs.lookup("UTF7").name)
