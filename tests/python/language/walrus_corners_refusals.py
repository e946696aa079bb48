"""Assignment expressions: where they bind, in comprehensions, conditions, slices and f-strings; what is
refused (refusals)."""
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
    "f'{a:=3}'", "f'{(a:=3)}'", "a[b := 1]", "a[b := 1, c := 2]", "{a := 1}", "{a := 1: 2}", "{(a := 1): 2}",
    "assert x := 1", "(x := *y)", "(x := yield)", "with (x := y): pass", "with x := y: pass", "raise x := 1",
    "[lambda: (x := 1) for x in y]", "(None := 1)", "(__debug__ := 1)", "for x in y := 1: pass",
    "return (x := 1)", "(x := 1) = 2", "(x := 1): int",
]
for text in wrong:
    try:
        compile(text, "<text>", "exec")
        print("fine", text)
    except SyntaxError as error:
        print(text, "->", error.msg, error.offset, error.end_offset)
