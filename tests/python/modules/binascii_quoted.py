# Quoted-printable: soft breaks, blanks at line ends, dots, headers, CRLF.
import binascii

samples = [b"", b"plain", b"a=b", b"caf\xc3\xa9", b"tab\tand space ", b"end \nnext\t\n", b".", b".\n.x\n", b"x.\n", b"a\r\nb\r\n",
           b"a\rb", b"_under score_", b"x" * 75, b"x" * 76, b"x" * 77, b"x" * 200, b"\xff" * 60, b"x" * 74 + b" \n", b"x" * 75 + b"\n",
           b"x" * 75 + b"=", b"\x00\x01", b"a\n\n\nb", b" ", b"\t", b"a \r\n", b"~\x7f", bytes(range(128)), b"=" * 40,
           b"mixed\nline\r\nends\r"]
for sample in samples:
    for quotetabs in (False, True):
        for istext in (False, True):
            for header in (False, True):
                text = binascii.b2a_qp(sample, quotetabs, istext, header)
                print(text, binascii.a2b_qp(text, header=header) == sample)
for text in [b"", b"=", b"a=", b"a=\n", b"a=\r\nb", b"a=\rb\nc", b"==41", b"=4", b"=4g", b"=41", b"=g1", b"= \n", b"_=5F_", b"=\n\n",
             "=41=42", b"=4", b"=="]:
    print(binascii.a2b_qp(text), binascii.a2b_qp(text, header=True))
