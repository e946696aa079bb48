"""f-strings: every conversion, nested specs, quotes, self-documenting fields, lambdas, dicts, comments, and
what 3.11 refuses (refusals) (texts)."""
from _fstring_nesting import show_wrong

wrong = [
    "f'{'a'}'", "f'a' b'b'", "f'{1:{2:{3}}}'", "f'{a.}'", "f'{if x}'", "f'{x if y}'", "f'{not}'", "f'{1+}'",
    "f'{x(}'", "f'\\N{nope}'", "f'\\N'", "f'\\x1'", "f'{x:\\x1}'", "f'\\u{x}'", "f'{\"'\"}'", "f'{x!s!r}'",
    "f'{x!r=}'", "f'{0x}'", "f'{007}'", "f'{\"a}'",
]
show_wrong(wrong)
