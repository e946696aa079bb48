"""f-strings: every conversion, nested specs, quotes, self-documenting fields, lambdas, dicts, comments, and
what 3.11 refuses (refusals) (fields)."""
from _fstring_nesting import show_wrong

wrong = [
    "fb''", "uf''", "f'{x=!}'", "f'{=}'", "f'{==}'", "f'{x!=y}'", "f'{x!==y}'", "f'{x=y=}'", "f'{x,}'",
    "f'{,x}'", "f'{x for x in y}'", "f'{(x for x in y)}'", "f'{await x}'", "f'{None = 1}'", "f'{x:}}'",
    "f'{{x}'", "f'{x}}'", "f'{\n}'", "f'''{\n}'''", "f'{x\ny}'",
]
show_wrong(wrong)
