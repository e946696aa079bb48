"""Assignment expressions: where they bind, in comprehensions, conditions, slices and f-strings; what is
refused (places)."""
if (n := len("abcd")) > 3:
    print(n)
while (line := next(iter_ := iter("x"), None)) and n < 8:
    n += 1
    print(line, n, end=" ")
print()
print([y := 1, y ** 2], (z := 3) + z, (t := 1, 2), t)
print([last := i for i in range(5)], last)
print([[inner := j for j in range(i)] for i in range(3)], inner)
print(any((witness := word).startswith("c") for word in ("ab", "cd", "ef")), witness)
total = 0
print([total := total + v for v in range(5)], total)
print({(k := v): (w := k + 1) for v in range(3)}, k, w)
print(f"{(x := 5)} {x:=5} {x!r:>{(width := 4)}}", width)
print("abcdef"[(start := 1):(stop := start + 2)], start, stop)


def default(a=(d := 10), *, b=(e := 20)):
    return a, b


print(d, e, default())


class Body:
    if (attribute := 5):
        other = (attribute := attribute + 1)


print(Body.attribute, Body.other)


def nested():
    def use():
        nonlocal found
        return [found := i for i in range(3)]
    found = None
    return use(), found


print(nested())


def glob():
    global seen
    return [seen := i for i in "ab"]


print(glob(), seen)
print((lambda: (q := 4) * q)())
if any((hit := n) % 7 == 0 for n in range(10, 20)):
    print(hit)
print({"a": 1 if (v := 0) else v}, [*(u := [1, 2])], u)
assert (message := "kept")
print(message, not (flag := False), flag)
match (subject := (1, 2)):
    case (a, b) if (s := a + b) == 3:
        print(subject, s)
wrong = [
    "x := 1", "(x.y := 1)", "(x[0] := 1)", "((a, b) := 1)", "(1 := 2)", "f(a := 1, b=(c := 2))",
    "f(a=b := 1)", "[i := 0 for i in x]", "[[j := 0 for i in x] for j in y]", "[x for x in (y := z)]",
    "[0 for x in y if (x := 1)]", "class C: [i := 0 for j in x]", "lambda: x := 1", "lambda x=(y := 1): y",
    "x = y := 0", "x = (y := 0)", "def f(a = b := 1): pass", "del (a := 1)", "(a := b := 1)",
    "(a := (b := 1))",
]
for text in wrong:
    try:
        compile(text, "<text>", "exec")
        print("fine", text)
    except SyntaxError as error:
        print(text, "->", error.msg, error.offset, error.end_offset)
