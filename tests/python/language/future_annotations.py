"""from __future__ import annotations: every annotation becomes the text of its expression."""
from __future__ import annotations
import typing


def function(a: list[int], b: undefined.attribute[1:2, ...] = 1, *c: (lambda x, *y, z=1, **w: x + 1),
             d: "already text", **e: {1: 2, **f}) -> -x ** 2 if not a and b or c else [*d]:
    pass


for name, text in function.__annotations__.items():
    print(name, "=", text)


class K:
    a: int | None
    b: (x, lambda: (x := 1))
    c: f"{x!r:>{width}} and {y=}"
    d: [i async for i in j if k if l]
    e: a < b <= c is not d not in e
    f: {**a, 'b': 1}
    g: "str" 'ing'
    h: (b"bytes", 1.5e300, 1j, ...)
    i: not (a and (b or c))
    j: ((a, ), (), [], {},)
    k: (x[1:2:3], x[:], x[::2], x[1:2, 3], x[*y],)
    l: ((yield_)) + ((a))
    m: (lambda: 0)
    n: a @ b // c << d >> e & f ^ g | h
    o: (-(-x), ~x, +x, -1 ** 2, (-1) ** 2, 2 ** -1,)
    p: (f(*a, **k, b=1), f(i for i in x), f(a, *b),)
    q: ("quote'" '"both"', "new\nline",)
    r: ({i: j for i, j in k}, {i for i in k}, (i for i in k),)
    s: (a.b.c[d].e(f).g, 1 .real, 1.0.real)
    t: (1e1000, -1e1000, 0x10, 0b11, 1_000,)
    u: (a if b else c) if d else (e if f else g)
    v: ((a, b)[0], (a if b else c).d, (lambda: x)(), (await_).x,)


for name, text in K.__annotations__.items():
    print(name, "=", text)


class Resolvable:
    x: typing.Optional[int]
    y: Resolvable


print(typing.get_type_hints(Resolvable))
def inside() -> None:
    variable: this.is_never.evaluated = 1
    return variable
print(inside(), inside.__annotations__)
code = compile("x: a+b", "<t>", "exec")
print(code.co_flags & 0x1000000 != 0, code.co_consts)
code = compile("x: a+b", "<t>", "exec", dont_inherit=True)
print(code.co_flags & 0x1000000 != 0, code.co_consts)
