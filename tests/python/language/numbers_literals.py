"""Numeric literals of every base, underscores, imaginary, big exponents, and what is refused."""
import warnings
warnings.simplefilter("error")
good = ["0", "00", "0_0", "1_000_000", "0x_ff", "0XfF", "0b1_0", "0B11", "0o17", "0O_7", "1e3", "1E-3", "1e+3", "1_0.0_1e1_0", ".5", "5.", "0.", "00.5", "09.5",
        "0e0", "1j", "1.5J", "0777j", "09j", "1e5j", ".5j", "5.j", "1_0j", "1e400", "1e-400", "0xdead_beef", "123456789012345678901234567890", "1e22", "1e23",
        "9007199254740993", "9007199254740993.0", "0.1", "5e-324", "2e-324", "1.7976931348623157e308", "4.35", "1.0000000000000002", "123456789.123456789",
        "0000000000001e1", "1if 1 else 2" if False else "(1)if 1 else 2"]
for text in good:
    value = eval(text)
    print(text, type(value).__name__, repr(value))
bad = ["01", "0_7", "1__0", "1_", "0x", "0x_", "0b2", "0b", "0b1_", "0o8", "0o", "1e", "1e+", "1e_5", "1_e5", "1._5", "1.5_", "1_.5", "0xg", "1a", "1.2.3", "1jj",
       "0b12", "0o18", "1__2j", "0777", "0_", "1e5_", "0xfor", "5x", "1 2", "0b1.5", "1.e", "012345", "0B_", "1_000_"]
for text in bad:
    try:
        print(text, "gives", eval(text))
    except SyntaxError as error:
        print(text, "->", error.msg, error.offset, error.end_offset)
for text in ("1if 0else 2", "0or 1", "1in [1]", "0x1for x in [1]", "1and 2", "1_0is 10", "1.or 2", "1jif 1 else 0"):
    try:
        print(text, eval(text))
    except (SyntaxError, DeprecationWarning) as error:
        print(text, "->", type(error).__name__, getattr(error, "msg", error))
print(-1 ** 2, (-1) ** 2, 2 ** -1, 2 ** 3 ** 2, -2 ** -2, ~5, - - 5, +-+5, not -0, 1 - -1, ~-5 ** 2)
print(5 .real, 5.0.is_integer(), 5..hex(), 1e3.is_integer(), 0x10.bit_length() if hasattr(0, "bit_length") else None, 1j.imag)
print(True + True, True * 2.5, ~True, -True, True / 2, True // 1, True << 3, True is (1 == 1), True & 1, True ^ True, type(True & True), type(True & 1))
