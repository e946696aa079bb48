"""bytes: case methods, classes, center and friends, expandtabs, hex."""
data = b"Hello wORLD 123 \xe4\xc4"
print(data.upper(), data.lower(), data.title(), data.swapcase(), data.capitalize())
for sample in (b"", b"abc", b"ABC", b"a1", b"123", b" \t\n", b"Title Case", b"\xff", b"a b"):
    print(sample, sample.isalpha(), sample.isalnum(), sample.isdigit(), sample.isspace(), sample.islower(),
          sample.isupper(), sample.istitle(), sample.isascii())
print(b"ab".center(7), b"ab".center(7, b"*"), b"ab".ljust(5, b"."), b"ab".rjust(5, b"."), b"-42".zfill(6), b"+1".zfill(1))
print(b"a\tbc\td".expandtabs(), b"a\tbc\td".expandtabs(4), b"a\tb".expandtabs(0), b"a\n\tb".expandtabs(2))
print(b"\x00\xff\x10".hex(), b"\x00\xff\x10".hex(":"), bytes(range(10)).hex("-", 4), bytes(range(10)).hex(" ", -4))
print(bytes.fromhex("00ff 10\n20"), bytearray.fromhex(" AbCd "), bytes.fromhex(""))
for call in (lambda: b"a".center(5, b"ab"), lambda: b"a".center(5, "*"), lambda: bytes.fromhex("0"),
             lambda: bytes.fromhex("zz"), lambda: bytes.fromhex("0 0"), lambda: b"a".hex("ab"), lambda: b"a".hex("é"),
             lambda: b"a".zfill("x"), lambda: bytes.fromhex(b"00"), lambda: b"a".hex(1)):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
