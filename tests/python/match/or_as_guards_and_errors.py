"""Alternatives binding the same names, as-patterns, guards with side effects, irrefutable patterns, texts of SyntaxErrors."""


def run(x):
    match x:
        case [a, b] | (a, b, _) | {"a": a, "b": b}:
            return a, b
        case (1 | 2 | 3) as small:
            return f"small {small}"
        case int() as n if (half := n // 2) > 5:
            return f"half {half}"
        case str() as s if s.startswith("x") or print("guard ran for", s):
            return s
        case y:
            return f"anything {y}"


for value in ([1, 2], (3, 4, 5), {"a": 6, "b": 7}, 2, 20, 8, "xyz", "abc"):
    print(run(value))
print(half if "half" in globals() else "half is local")


def guard_order(x):
    log = []
    match x:
        case _ if log.append(1):
            pass
        case _ if log.append(2) or True:
            return log
    return "never"


print(guard_order(0))


def guard_raises(x):
    match x:
        case _ if 1 / x:
            return "divided"


try:
    guard_raises(0)
except ZeroDivisionError as error:
    print(error)


def falls_through(x):
    match x:
        case 1:
            pass
        case 2:
            return "two"
    return "end"


print([falls_through(n) for n in (1, 2, 3)])


def loop(items):
    out = []
    for item in items:
        match item:
            case "skip":
                continue
            case "end":
                break
            case [*many]:
                out.extend(many)
            case _:
                out.append(item)
    else:
        out.append("else")
    return out


print(loop([1, "skip", [2, 3], "end", 4]), loop([1]))
for source in ("case x: pass\n case 1: pass", "case _: pass\n case 1: pass", "case x | 1: pass", "case 1 | x: pass", "case [a] | [b]: pass", "case [a, a]: pass", "case a.b(): pass", "case a(x=1, x=2): pass", "case a(x=1, 2): pass", "case [*a, *b]: pass", "case *a: pass", "case *a, b: pass",
               "case 1 + 1: pass", "case 1 + 2j: pass", "case -x: pass", "case 1 as _: pass", "case 1 as a.b: pass", "case 1 as 2: pass", "case (a as b) as c: pass", "case a as a: pass", "case x if y if z: pass", "case f'x': pass", "case lambda: 1: pass", "case 1 as a | 2 as a: pass", "case: pass", "case 1", "case (1,): pass",
               "case -1j: pass", "case 1j + 1: pass", "case True + 1j: pass", "case 'a' + 'b': pass", "case not 1: pass", "case a(b)(c): pass", "case a[0]: pass", "case {a}: pass", "case x.y as z: pass", "case [x, y,]: pass", "case ((x)): pass", "case (): pass", "case ...: pass", "case a := 1: pass", "pass", "x = 1"):
    try:
        compile(f"match v:\n {source}", "<s>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as error:
        print(repr(source), "->", type(error).__name__, error.msg, error.lineno)
