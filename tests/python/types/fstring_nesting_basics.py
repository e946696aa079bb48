"""Values of the programs fstring_nesting_*.py."""
from _fstring_nesting import d, f, name, note, order, width, x

print(f"{x:{width}.{2}f}|{x!r:>{width + 5}}|{name!a:^{width}}|{name!s:*<{width}}|{d['k'][0]}|{d}")
print(f"{x=}", f"{x = }", f"{x=!s}", f"{x=:.2f}", f"{x=!r:>20}", f"{ x + 1 = :.1f}", f"{name=}", f"{name=!s}",
      f"{d['k']=}", f"{x=:{width}}", f"{'='=}", f"{x==3=}", f"{(x:=5)=}")
print(f"{{}} {{{x:.1f}}} {{{{ }}}} {'{'}{'}'}", f"{{x}}", f"{'a' 'b'}", f"{'nested ' + f'{x:.{1}f}'}",
      f"{f'{1 + 1}'}", rf"\n{x:.0f}\t", fr'{name}\d')
print(f"{(lambda a: a * 2)(3)}", f"{ {'a': 1}['a'] }", f"{[i for i in range(3)]}", f"{ {i for i in 'a'} }",
      f"{x if width else 0:.1f}", f"{x!r}", f"{not x}", f"{-x:+.1f}", f"{*'ab',}", f"{x, width}")
print(f"{width:#x} {width:#b} {width:08.3f} {width:e} {width:c}|{1000000:,} {1000000:_} {0.256:.1%} {'s':>3}{'t':<3}{'u':^3}|")
print(f"""{
    x
    + 1
:.2f}""", f'''{x
}''', f"a" "b{x}" f"{width}" 'c{}', f"{3!r:{'>'}{5}}", f"{'x':{'é'}>{4}}", f"{x:{'.2f' if width else ''}}",
f"{None}{True}{...}")
print(f"\N{BULLET} \x41 \u00e9 \U0001f600 {name}\N{LATIN SMALL LETTER A}{'b'}", rf"\N{width}")
print(f"{f}", f"{f:}", f"{f: }", f"{f:a:b}", f"{f:{f}}", f"{f:{f!r}x{f!s}}", f"{f!r:>6}", f"{f!s:>6}",
      f"{f:%H:%M}", f"{f:!r}", f"{f=}", f"{f=:z}", f"{f=!s}")
print(f"{note(1)}{note(2):{note(3)}}{note(4)!r:>{note(5)}}", order)
