# binascii: every codec both ways over odd lengths, and what each refuses.
import binascii


def show(function, *arguments, **keywords):
    try:
        print(function.__name__, function(*arguments, **keywords))
    except Exception as error:
        print(function.__name__, type(error).__name__, error)


for size in range(12):
    data = bytes(range(250, 256)) + bytes(range(size))
    for encode, decode in (("b2a_base64", "a2b_base64"), ("b2a_hex", "a2b_hex"), ("b2a_uu", "a2b_uu")):
        text = getattr(binascii, encode)(data)
        print(text, getattr(binascii, decode)(text) == data)
for text in [b"", b"=", b"==", b"A", b"AA", b"AAA", b"AAAA", b"AA=", b"AA==", b"AAA=", b"AA==BB", b"A=A=", b"AA!AA", b"A=",
             b"AAA=A", b"=AAA", b"AAAA=", b"AAAAA", "QUJD", "QU\nJD", b"AA=A=", b"AAA\n=", b"AA==\n"]:
    show(binascii.a2b_base64, text)
    show(binascii.a2b_base64, text, strict_mode=True)
show(binascii.b2a_base64, b"ab", newline=False)
show(binascii.b2a_base64, b"")
for text in [b"", b" ", b"!", b'#86)C', b'#86)C\n', b"#86)C  \n", b'#86)Cx', b"$86)C", b"#\x01\x02\x03\x04", b"#86", b"`", b"M"]:
    show(binascii.a2b_uu, text)
show(binascii.b2a_uu, b"x" * 46)
show(binascii.b2a_uu, b"", backtick=True)
show(binascii.b2a_uu, b"\0\0\0\0", backtick=True)
for text in [b"", b"0", b"0g", b"0A1b", "ff00", "f f", bytearray(b"12"), memoryview(b"34")]:
    show(binascii.unhexlify, text)
for arguments, keywords in [((b"\x01\x02\x03\x04\x05", ":"), {}), ((b"\x01\x02\x03\x04\x05", b"-", 2), {}),
                            ((b"\x01\x02\x03\x04\x05", "_"), {"bytes_per_sep": -2}), ((b"ab", "::"), {}), ((b"ab", 1), {}),
                            ((b"ab", "é"), {}), ((b"ab", ""), {}), ((b"ab", b"\x80"), {}), ((b"abc", ":", 0), {}),
                            ((memoryview(b"abcd")[::2],), {}), ((), {"data": b"x"})]:
    show(binascii.hexlify, *arguments, **keywords)
for function in (binascii.a2b_hex, binascii.a2b_base64, binascii.a2b_uu, binascii.a2b_qp, binascii.b2a_hex, binascii.b2a_uu,
                 binascii.crc32, binascii.b2a_qp):
    for value in (1, "é", None, [], "text"):
        show(function, value)
print(binascii.crc32(b"hello"), binascii.crc32(b"lo", binascii.crc32(b"hel")), binascii.crc_hqx(b"hello", 0))
for arguments in [(b"",), (b"", -1), (b"x", 2**70), (b"x", -(2**70) - 5), (b"", 1.0), (b"", "a")]:
    show(binascii.crc32, *arguments)
    show(binascii.crc_hqx, *arguments)
print(binascii.Error.__mro__, binascii.Incomplete.__bases__, binascii.Error.__module__)
