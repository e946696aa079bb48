"""The modules behind the multibyte codecs: getcodec, codec objects, refused arguments."""
import _codecs_cn, _codecs_hk, _codecs_iso2022, _codecs_jp, _codecs_kr, _codecs_tw, _multibytecodec


def attempt(function, *arguments, **keywords):
    try:
        return ascii(function(*arguments, **keywords))
    except Exception as error:
        return f"{type(error).__name__}: {ascii(str(error))}"


families = {_codecs_cn: "gb2312 gbk gb18030 hz", _codecs_hk: "big5hkscs", _codecs_jp: "shift_jis cp932 euc_jp euc_jis_2004 "
            "shift_jis_2004 euc_jisx0213 shift_jisx0213", _codecs_kr: "euc_kr cp949 johab", _codecs_tw: "big5 cp950",
            _codecs_iso2022: "iso2022_kr iso2022_jp iso2022_jp_1 iso2022_jp_2 iso2022_jp_2004 iso2022_jp_3 iso2022_jp_ext"}
for module, names in families.items():
    for name in names.split():
        codec = module.getcodec(name)
        print(name, codec.encode("a\u4e00"), codec.decode(codec.encode("\u4e00z", "ignore")[0]), codec.encode(""),
              codec.decode(b""), attempt(codec.encode, "\U0010ffff"))
    print(attempt(module.getcodec, "GBK"), attempt(module.getcodec, b"gbk"), attempt(module.getcodec))
codec = _codecs_cn.getcodec("gbk")
print(type(codec), type(codec).__module__, codec is _codecs_cn.getcodec("gbk"))
for arguments in ((), (5,), ("a", 5), ("a", "\0"), ("\u1234", None), ("\u0e01", "replace"), ("a", "b", "c")):
    print(arguments, attempt(codec.encode, *arguments), attempt(codec.decode, *arguments))
for octets in (bytearray(b"\xb0\xa1"), memoryview(b"xx\xb0\xa1")[2:], memoryview(b"\xb0\xa1\xb0\xa1")[::2], "text", None):
    print(type(octets), attempt(codec.decode, octets), attempt(codec.decode, input=octets, errors="replace"))


class Text:
    def __str__(self):
        return "\u4e00"


print(codec.encode(Text()), attempt(type(codec)), attempt(_multibytecodec.__create_codec, codec))
print(sorted(name for name in vars(_multibytecodec) if "M" in name))

# The versions of JIS X 0213 and GB 18030, characters that have several codes, codes of two characters.
for name in ("euc_jis_2004", "euc_jisx0213", "shift_jis_2004", "shift_jisx0213", "iso2022_jp_3"):
    print(name, [attempt(c.encode, name) for c in ("\u9b1c", "\u9b1d", "\u4ff1", "\U00020b9f", "\\~", "\u304b\u309a")])
print(attempt(b"\xae\xa1".decode, "euc_jisx0213"), attempt(b"\xae\xa1".decode, "euc_jis_2004"))
print(ascii("\u1e3f\ue7c7\U0001f600\u20ac".encode("gb18030")), ascii(b"\xa8\xbc\x81\x35\xf4\x37".decode("gb18030")))
print(ascii(b"\x88\x62\x88\x64\x88\xa3".decode("big5hkscs")), "\xca\u0304\xca\xea".encode("big5hkscs"))
print("\uac02\uac00".encode("euc_kr"), ascii("\uac02".encode("euc_kr").decode("euc_kr")), "\uac02".encode("cp949"))
print(ascii(b"\xa4\x51\xa2\xcc".decode("cp950")), "\u5341".encode("cp950"), "\u5341".encode("big5"), "\xa5\u203e".encode("shift_jis"))
