# Names lead back to their characters; normal forms are stable; categories agree with the methods of str.
import unicodedata as u

named = 0
for code in range(0, 0x30000, 7):
    c = chr(code)
    name = u.name(c, "")
    if name:
        named += 1
        assert u.lookup(name) == c, name
    category = u.category(c)
    assert c.isalpha() == (category in ("Lu", "Ll", "Lt", "Lm", "Lo")), hex(code)
    assert c.isdecimal() == (u.decimal(c, -1) >= 0), hex(code)
    assert c.isdigit() == (u.digit(c, -1) >= 0), hex(code)
    if category != "Cs":
        composed = u.normalize("NFC", u.normalize("NFD", c))
        assert composed == u.normalize("NFC", c) and u.is_normalized("NFC", composed), hex(code)
        assert u.is_normalized("NFKD", u.normalize("NFKD", c)), hex(code)
print(named > 10000)
