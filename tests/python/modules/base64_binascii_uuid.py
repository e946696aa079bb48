"""base64 in all alphabets, strictness and padding errors; binascii conversions and checksums; uuid forms."""
import base64
import binascii
import uuid


def attempt(function, *args, **kw):
    try:
        return function(*args, **kw)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for data in (b"", b"a", b"ab", b"abc", b"\xff\xfe\xfb", bytes(range(20)), bytearray(b"xy"), memoryview(b"zz"), "text", 5, None):
    print([attempt(getattr(base64, f"{n}encode"), data) for n in ("b64", "urlsafe_b64", "b32", "b32hex", "b16", "a85", "b85")], attempt(base64.encodebytes, data))
for text in ("YQ==", "YQ=", "YQ", "Y", "YW I=", "YWI=\n", "YW=I", "=YWI", "YWI==", "Y!Q==", "____", "++//", "é", b"YQ==", "", "====", "A===", "AA=A"):
    print(ascii(text), attempt(base64.b64decode, text), attempt(base64.b64decode, text, validate=True), attempt(base64.urlsafe_b64decode, text), attempt(binascii.a2b_base64, text, strict_mode=True))
for function, texts in ((base64.b32decode, ("ME======", "ME", "me======", "M1======", "MFRA====", "MFRGG===", "")), (base64.b32hexdecode, ("C4======", "V0==")), (base64.b16decode, ("FF", "ff", "F", "0G", "")), (base64.a85decode, ("87cURD]j7BEbo80", "z", "zz!", "vvvvv", "<~87~>", "87 cU", "y", "uuuuu")), (base64.b85decode, ("VPaz%", "", "~~~~~~", "VP az", "|NsC0", "\x00")), (base64.decodebytes, (b"YWI=\n", b"Y", "x"))):
    print(function.__name__, [attempt(function, t) for t in texts])
print(attempt(base64.b32decode, "me======", casefold=True), base64.b32decode("MLO23456", map01="L") if False else attempt(base64.b32decode, "M1023456", map01=b"L"), attempt(base64.b64encode, b"\xfb\xff", altchars=b"-_"), attempt(base64.b64encode, b"a", altchars=b"abc"), attempt(base64.a85encode, b"a" * 20, wrapcol=8, adobe=True), attempt(base64.a85encode, b"    \0\0\0\0", foldspaces=True), attempt(base64.a85decode, "y", foldspaces=True), attempt(base64.a85decode, "<~87", adobe=True), attempt(base64.b85encode, b"ab", pad=True), attempt(base64.b16decode, "ff", True))
for name, args in (("hexlify", (b"ab\xff",)), ("hexlify", (b"abcd", ":")), ("hexlify", (b"abcd", ":", 2)), ("hexlify", (b"abc", "::")), ("unhexlify", ("6162",)), ("unhexlify", ("616",)), ("unhexlify", ("6g",)), ("unhexlify", (b"\xff0",)), ("unhexlify", ("é0",)), ("b2a_base64", (b"abc",)), ("crc32", (b"hello",)), ("crc32", (b"lo", binascii.crc32(b"hel"))), ("crc32", ("x",)), ("crc_hqx", (b"hello", 0)), ("crc_hqx", (b"x",)), ("b2a_uu", (b"hello",)), ("b2a_uu", (b"x" * 46,)), ("b2a_uu", (b"",)), ("a2b_uu", (b"%:&5L;&\\\n",)), ("a2b_uu", (b"!\xff",)), ("a2b_uu", (b"",)), ("b2a_qp", (b"a=b \n\xff.\n",)), ("a2b_qp", (b"a=3Db=\n=zz=",)), ("a2b_base64", (5,))):
    print(name, args, attempt(getattr(binascii, name), *args))
u = uuid.UUID("12345678-1234-5678-9234-567812345678")
print(u, repr(u), u.hex, u.int, u.bytes, u.bytes_le, u.fields, u.urn, u.variant, u.version, u.time, u.clock_seq, u.node, int(u) == u.int, hash(u) == hash(uuid.UUID(int=u.int)))
for kw in ({"hex": "{12345678123456789234567812345678}"}, {"hex": "urn:uuid:12345678-1234-5678-9234-567812345678"}, {"hex": "123"}, {"hex": "x" * 32}, {"bytes": b"a" * 16}, {"bytes": b"a"}, {"bytes_le": b"abcdefghijklmnop"}, {"int": 5}, {"int": -1}, {"int": 2 ** 128}, {"fields": (1, 2, 3, 4, 5, 6)}, {"fields": (1, 2)}, {"fields": (-1, 2, 3, 4, 5, 6)}, {"int": 5, "version": 4}, {"int": 5, "version": 9}, {}, {"int": 1, "hex": "x"}, {"hex": 5}):
    print(kw, attempt(uuid.UUID, **kw))
print(uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid5(uuid.NAMESPACE_URL, "é"), uuid.uuid4().version, uuid.uuid1(node=5, clock_seq=7).node, uuid.UUID(int=1) < uuid.UUID(int=2), attempt(lambda: u < 5), attempt(setattr, u, "int", 3), sorted([uuid.UUID(int=2), uuid.UUID(int=1)])[0].int)
