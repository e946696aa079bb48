"""Pattern matching used in earnest: simplifying expressions, parsing commands, walking JSON, a state
machine, balancing."""
import ast
from dataclasses import dataclass


@dataclass(frozen=True)
class Op:
    sign: str
    left: object
    right: object


def simplify(e):
    match e:
        case Op(s, l, r) if (l, r) != (l2 := simplify(l), r2 := simplify(r)):
            return simplify(Op(s, l2, r2))
        case Op("+", 0, x) | Op("+", x, 0) | Op("*", 1, x) | Op("*", x, 1) | Op("-", x, 0):
            return x
        case Op("*", 0, _) | Op("*", _, 0):
            return 0
        case Op("-", x, y) if x == y:
            return 0
        case Op("+" | "-" | "*" as s, int(a), int(b)):
            return {"+": a + b, "-": a - b, "*": a * b}[s]
        case Op("+", Op("+", x, int(a)), int(b)):
            return simplify(Op("+", x, a + b))
        case _:
            return e


def show(e):
    match e:
        case Op(s, l, r): return f"({show(l)} {s} {show(r)})"
        case str() | int(): return str(e)


for e in (Op("+", "x", 0), Op("*", Op("+", 0, 1), "y"), Op("-", Op("*", "a", "b"), Op("*", "a", "b")),
          Op("+", Op("+", "x", 2), Op("*", 3, 4)), Op("*", Op("-", 5, 5), "z"), Op("/", 1, 0)):
    print(show(e), "=>", show(simplify(e)))


def command(text):
    match text.split():
        case []: return "nothing"
        case ["go" | "walk", ("north" | "south") as way]: return f"going {way}"
        case ["go", other]: return f"cannot go {other}"
        case ["take", *things, "and", last]: return f"taking {things} + {last}"
        case ["take", thing]: return f"taking {thing}"
        case ["say", *_] if "quietly" in text: return "psst"
        case [("quit" | "exit")]: return "bye"
        case [verb, *rest]: return f"unknown {verb!r} with {len(rest)}"


for text in ("", "go north", "walk south", "go up", "take a b and c", "take it", "say hi quietly", "say hi",
             "exit", "exit now"):
    print(command(text))


def walk(value, path="$"):
    match value:
        case {"type": "point", "at": [x, y]}: yield path, (x, y)
        case {"type": str(kind), **rest} if rest: yield from walk(rest, f"{path}<{kind}>")
        case {**items}:
            for key, item in items.items(): yield from walk(item, f"{path}.{key}")
        case [first, *rest]:
            yield from walk(first, path + "[0]")
            for i, item in enumerate(rest, 1): yield from walk(item, f"{path}[{i}]")
        case None | bool(): yield path, "flag"
        case int() | float() as n if n < 0: yield path, "negative"
        case str("magic" as s): yield path, s.upper()
        case other: yield path, other


data = {"a": [1, -2.5, None, True], "p": {"type": "point", "at": [3, 4]},
        "q": {"type": "box", "w": "magic", "l": []}, "e": {}, "t": {"type": "alone"}}
for item in walk(data):
    print(*item)


def fold(node):
    match node:
        case ast.BinOp(left, ast.Add(), right): return fold(left) + fold(right)
        case ast.BinOp(left, ast.Mult() | ast.MatMult(), right): return fold(left) * fold(right)
        case ast.UnaryOp(ast.USub(), operand): return -fold(operand)
        case ast.Constant(int() | float() as value): return value
        case ast.Call(ast.Name("max"), args, []): return max(map(fold, args))
        case ast.Expression(body): return fold(body)
        case _: raise ValueError(type(node).__name__)


for text in ("1 + 2 * 3", "-(4 @ 5)", "max(1, 2 + 3)", "x", "'s'", "max(1, key=2)"):
    try:
        print(text, fold(ast.parse(text, mode="eval")))
    except ValueError as error:
        print(text, "cannot fold", error)
