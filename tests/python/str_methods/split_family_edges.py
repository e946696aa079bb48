"""split, rsplit, splitlines, partition: separators of whitespace kinds, limits, empty texts, overlaps and refusals."""
for text in ("", "   ", " a  b\tc\n", "a,b,,c,", "aaaa", "\u2003wide\u00a0space\u3000", "x\x1cy\x1dz\x1e\x1f"):
    print(ascii(text), ascii(text.split()), ascii(text.split(None, 1)), ascii(text.rsplit(None, 1)), ascii(text.split(" ")), text.split(",", 1), text.rsplit(",", 2), text.split("aa"), text.rsplit("aa", 1))
for limit in (-5, -1, 0, 1, 2, 100, True):
    print(limit, "a b c".split(maxsplit=limit), "a-b-c".rsplit("-", limit), "  a  b  c ".split(None, limit), "  a  b  c ".rsplit(None, limit))
lines = "one\ntwo\r\nthree\rfour\x0bfive\x0csix\x1cseven\x85eight\u2028nine\u2029ten"
print(ascii(lines.splitlines()), ascii(lines.splitlines(True)), len(lines.splitlines(keepends=True)))
print("".splitlines(), "\n".splitlines(), "\n\n".splitlines(True), "a\r\n\r\nb".splitlines(), "a\r\n".splitlines(1), b"a\x0bb\nc\r".splitlines())
for separator in ("-", "--", "a", "xyz"):
    print(separator, "a--b--c".partition(separator), "a--b--c".rpartition(separator), b"a--b".partition(separator.encode()))
for expression in ("''.split('')", "'a'.split(5)", "'a'.split('a', 'b')", "'a'.split('a', None)", "'a'.split(sep='a', maxsplit=1.0)", "'a'.partition('')", "'a'.rpartition(1)", "'a'.split(b'a')", "b'a'.split('a')", "b'a'.split(5)", "'a'.split('a', 1, 2)", "'a'.split(x=1)", "'a'.splitlines('x', 2)", "'a'.splitlines(keepends=None)", "str.split()", "str.split(5)",
                   "''.join(5)", "''.join([1])", "','.join(['a', b'b'])", "b''.join(['a'])", "','.join('abc')", "','.join({'k': 1})", "','.join(x for x in 'ab')", "'-'.join([])", "'-'.join(['only'])", "b'-'.join([b'a', bytearray(b'b'), memoryview(b'c')])", "bytearray(b'-').join([b'a', b'b'])", "'-'.join(['a', 1, None])", "'ab'.join(['', '', ''])"):
    try:
        print(expression, "=", repr(eval(expression)))
    except (TypeError, ValueError) as error:
        print(expression, "->", type(error).__name__, error)


class Changing(list):
    def __iter__(self):
        return iter(["changed"])


class Text(str):
    def __str__(self):
        return "not used"


print(",".join(Changing(["a", "b"])), ",".join([Text("x"), "y"]), type("".join([Text("x")])), type(Text("a b").split()[0]))
one = "same"
print(one.join([one]) is one, "".join([one]) is one, one.split("x")[0] is one, "a".partition("b")[0])
