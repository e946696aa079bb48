"""f-strings: every conversion, nested specs, quotes, self-documenting fields, lambdas, dicts, comments, and
what 3.11 refuses (values)."""
from _fstring_nesting import show_wrong

wrong = [
    "f'{}'", "f'{ }'", "f'{!r}'", "f'{:x}'", "f'{x'", "f'x}'", "f'{x!}'", "f'{x!z}'", "f'{x!rr}'",
    "f'{x! r}'", "f'{x!r'", "f'{x:{y'", "f'{x:{y:{z}}}'", "f'{x:{y:{z:{w}}}}'", "f'{a b}'", "f'{a $ b}'",
    "f'{lambda x: 1}'", "f'{x #}'", "f'{x\\n}'", "f'{\"\\n\"}'", "f'{*x}'", "f'{**x}'", "f'{yield}'",
    "f'{x = y}'", "f'{x := 1}'", "f'{x:=1}'", "f'{import x}'", "f'{x;y}'", "f'{(x}'", "f'{x)}'", "f'{[x}'",
    "f'{x]}'", "f'{\\'a\\'}'", "f'{a[\"b\"]}'", "f'{a['b']}'", "f'{x!r:'", "f'{1.}'", "f'{1.e}'", "f'{x..y}'",
    "f'{''}'", "bf'{x}'",
]
show_wrong(wrong)
