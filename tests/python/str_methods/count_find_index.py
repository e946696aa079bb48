"""find, rfind, index, count, startswith, endswith with every kind of bound, empty needles and tuples."""
text = "abcabcabc"
for needle in ("abc", "c", "", "x", "abcabcabcabc", "cab"):
    print(repr(needle), text.find(needle), text.rfind(needle), text.count(needle), text.startswith(needle), text.endswith(needle), needle in text)
for start, end in ((None, None), (1, None), (None, 5), (-3, None), (-100, 100), (3, 3), (5, 2), (9, None), (10, None), (2 ** 70, None), (-2 ** 70, 2 ** 70), (True, None)):
    print(start, end, [getattr(text, name)(needle, start, end) for name in ("find", "rfind", "count") for needle in ("abc", "")], text.startswith("", start, end), text.endswith("c", start, end))
for expression in ("text.index('x')", "text.rindex('x')", "text.index('a', 7)", "text.find(5)", "text.find()", "text.find('a', 'b')", "text.find('a', 1.0)", "text.count('a', None, None, None)", "text.startswith(5)", "text.startswith(['a'])", "text.startswith(('x', 'ab'))", "text.startswith(('x', 5))", "text.startswith(())", "text.endswith(('c', 5))",
                   "text.startswith((b'a',))", "b'abc'.startswith('a')", "b'abc'.startswith((b'a', 'b'))", "b'abc'.find(97)", "b'abc'.find(256)", "b'abc'.find(-1)", "b'abc'.find('a')", "b'abc'.count(98)", "97 in b'abc'", "'a' in b'abc'", "b'bc' in b'abc'", "300 in b'abc'", "text.startswith('abc', 3)", "text.endswith('')", "text.find('', 9)", "text.find('', 10)", "''.count('')", "'aaa'.count('aa')", "''.find('')",
                   "text.removeprefix('abc')", "text.removesuffix('bc')", "text.removeprefix('')", "text.removeprefix(5)", "text.removesuffix('x') is text", "text.replace('abc', '-', 2)", "text.replace('', '.')", "text.replace('', '.', 3)", "text.replace('a', '', -1)", "text.replace('abc', 'abc') == text", "text.replace('a')", "text.replace(1, 2)", "''.replace('', 'x')", "''.replace('', 'x', 0)", "'x'.replace('', '-', 1)", "text.replace('a', 'b', None)", "text.replace('a', 'b', count=1)"):
    try:
        print(expression, "=", repr(eval(expression)))
    except (TypeError, ValueError, OverflowError) as error:
        print(expression, "->", type(error).__name__, error)
wide = "aéā😀" * 3
print([wide.find(c) for c in "éā😀z"], [wide.rfind(c) for c in "aé😀"], wide.count("😀"), wide.index("ā😀a"), "é" in "abc", "😀" in wide, wide.find("😀", -1), wide.split("ā"))
long = "ab" * 5000 + "c" + "ab" * 10
print(long.find("bc"), long.rfind("ba"), long.count("ab"), long.find("abc" + "ab" * 10), long.find("ac"), ("a" * 1000 + "b").find("a" * 500 + "b"), ("x" * 3000).count("xx"), long.find("ab" * 4000 + "c"), long.rfind("abab" * 100))


class Index:
    def __index__(self):
        return 3


print(text.find("abc", Index()), text.count("a", Index(), Index()))
