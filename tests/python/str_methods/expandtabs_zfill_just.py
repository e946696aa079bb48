"""expandtabs, zfill, center, ljust, rjust over odd widths, fills, tabs after newlines, wide characters and huge sizes."""
for size in (0, 1, 4, 8, -1):
    print(size, repr("a\tbc\td\n\te\r\tf".expandtabs(size)), b"x\ty\t".expandtabs(size))
print(repr("\t".expandtabs()), repr("no tabs".expandtabs()), repr("1234567\t8".expandtabs(tabsize=8)), repr("é\t日\t😀".expandtabs(4)))
for text in ("", "5", "-5", "+5", "--5", "abc", "-", "é", "-\u0663"):
    print(repr(text), [text.zfill(w) for w in (-1, 0, 1, 3, 5)], text.encode().zfill(4))
for text in ("", "x", "xy", "xyz"):
    for width in (0, 1, 4, 5):
        print(f"[{text.center(width, '*')}|{text.ljust(width, '.')}|{text.rjust(width)}]", end=" ")
    print()
print("é".center(4, "日"), "a".ljust(3, "😀"), b"a".center(4, b"-"), bytearray(b"ab").rjust(5, b"\0"))
for call in ("'a'.center()", "'a'.center('5')", "'a'.center(5, '')", "'a'.center(5, 'xy')", "'a'.center(5, b'x')", "'a'.center(5, 5)", "b'a'.center(5, 'x')", "b'a'.ljust(5, b'xy')", "b'a'.ljust(5, 5)", "'a'.zfill()", "'a'.zfill(2.0)", "'a'.zfill(2 ** 70)", "'a\t'.expandtabs(2 ** 40)", "'a\t\t'.expandtabs(2 ** 62)", "'a'.expandtabs(1, 2)", "'a'.ljust(5, fillchar='x')", "'a'.ljust(width=5)", "'a' * 2 ** 62", "'ab' * (2 ** 62)", "'a'.expandtabs('x')"):
    try:
        print(call, "=", repr(eval(call)))
    except Exception as error:
        print(call, "->", type(error).__name__, error)
one = "identity"
print(one.center(3) is one, one.ljust(8) is one, one.zfill(2) is one, one.strip() is one, one[:] is one, one.replace("zz", "") is one, (one + "") is one, (one * 1) is one, str(one) is one)


class Sub(str):
    pass


s = Sub("sub")
print(type(s.center(1)), type(s[:]), type(s + ""), type(s * 1), type(s.strip()), type(s.replace("x", "")), type(str(s)), type(s.zfill(1)), type(s.lower()), type(s.join([])))
print([m for m in dir(str) if not m.startswith("_")])
