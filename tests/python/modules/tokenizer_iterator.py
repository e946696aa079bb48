# _tokenize.TokenizerIter: the parser's tokens as tuples; columns in octets, lines joined by strings and backslashes.
import _tokenize
import warnings


def show(*arguments):
    print(*map(ascii, arguments))
    try:
        iterator = _tokenize.TokenizerIter(*arguments)
        for token in iterator:
            print("  ", token)
    except Exception as error:
        print("  ", type(error).__name__, ascii(str(error)), ascii(error.args))


for source in ("x = 1\n", "x", "", "\n\n", "if a:\n  b\n  c\nd", "if a:\n  if b:\n    c\n# end\n", "'''a\nb'''+é\n", "x = '''\na\n'''\ny=2",
               "# comment\nx # y\n\n   # z\n", "(a,\n # c\n b)", "x\\\n+1\ny", "x = [1, \\\n 2,\n3]\n", "async def f(): await x\n", "ñ = 'ñé'; z",
               "f'{x}' rb'\\x00' 0xff 1_0.5e3j", "x\r\ny\r\n", "$ ? !", "-> ... := **= <> != @=", "x\x0cy", "a\\\n\\\nb"):
    show(source)
for source in ("'abc", "a\n'''abc", "1_", "0x", "0777", "≠", "(]", "([)", ")", "\ufeffx", "x\\ 1", "(", "a=\\", "\t a\n  b\n", "if a:\n    b\n  c\n"):
    show(source)
for arguments in ((), (1,), (None,), ("a", "b"), ("a\0b",), ("a\ud800",)):
    show(*arguments)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    show("1if x else 2or y")
    print([(str(warning.message), warning.category.__name__, warning.lineno, warning.filename) for warning in caught])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    show("1if x else 2")
iterator = _tokenize.TokenizerIter(source="a b")
print(iter(iterator) is iterator, next(iterator), [token[0] for token in iterator])
try:
    next(iterator)
except StopIteration as error:
    print(repr(error))
