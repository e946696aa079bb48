"""Assignment expressions: value, scope, precedence, in conditions, calls, comprehensions."""
print((n := 10), n)
if (m := n - 10) or (k := 5):
    print(m, k)
while (n := n - 3) > 0:
    print("loop", n)
print([y := 1, y ** 2, y + 5], y)
print((a := 1, b := 2), a, b)
print(f"{(q := 7)}", q)


def f(x, /, *, key=None):
    return x, key


print(f((z := 3), key=(w := 4)), z, w)
print(f(z := 30), z)
print({(kk := "key"): (vv := "value")}, kk, vv)
print([last := i for i in range(4)], last)
print([(j, s := s_prev + j) for s_prev in [10] for j in range(2)], s)
print({x_ for v in (1, 2) if (x_ := v * 2)}, x_)


def outer():
    total = 0
    partial = [total := total + v for v in range(4)]

    def inner():
        nonlocal total
        return (total := total * 2)

    return partial, total, inner(), total


print(outer())


def uses_global():
    global g
    return (g := "global"), [g := c for c in "xy"]


print(uses_global(), g)


class C:
    attribute = (inside := 5) + 1


print(C.attribute, C.inside)
print((lambda: (t := 1) + t)(), "t" in globals())
assert (ok := True)
x = (yy := 2) + yy
print(x, not (p := 0), p, (p := 1) if (p := 0) else (p := -1), p)
data = [1, 2, 3, 4, 5]
print(any((found := d) > 3 for d in data), found)
d = {}
d[(i := 1)] = (h := 2)
print(d, i, h)
lst = [0, 0, 0]
lst[(idx := 1)] += (idx := 2)
print(lst, idx, lst[(lo := 0):(hi := 2)], lo, hi)
for source in ("x := 1", "(x.y := 1)", "(x[0] := 1)", "((a, b) := 1)", "f(x=y := 1)", "[i := 0 for i in [1]]",
               "[[j := 0 for i in [1]] for j in [1]]", "[i for i in (z := [1])]", "lambda: x := 1", "(True := 1)",
               "class A: [q := 0 for _ in [1]]", "def f(a=b := 1): pass", "del (a := 1)", "(a := 1) = 2",
               "x = y := 0", "{a := 1: 2}", "x[a:=1]", "x[a:=1, b:=2]", "f(a:=1, b=2)", "@(f := print)\ndef g(): 0",
               "with (o := open): pass"):
    try:
        compile(source, "<s>", "exec")
        print(source, "fine")
    except SyntaxError as error:
        print(source, "->", error.msg, error.offset)
