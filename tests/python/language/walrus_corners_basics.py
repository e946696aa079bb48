"""Assignment expressions in conditions, displays, slices, f-strings, comprehensions, defaults, classes, patterns."""
import _walrus_corners
from _walrus_corners import Body, d, default, e, glob, nested, total

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
print([total := total + v for v in range(5)], total)
print({(k := v): (w := k + 1) for v in range(3)}, k, w)
print(f"{(x := 5)} {x:=5} {x!r:>{(width := 4)}}", width)
print("abcdef"[(start := 1):(stop := start + 2)], start, stop)
print(d, e, default())
print(Body.attribute, Body.other)
print(nested())
print(glob(), _walrus_corners.seen)
print((lambda: (q := 4) * q)())
if any((hit := n) % 7 == 0 for n in range(10, 20)):
    print(hit)
print({"a": 1 if (v := 0) else v}, [*(u := [1, 2])], u)
assert (message := "kept")
print(message, not (flag := False), flag)
match (subject := (1, 2)):
    case (a, b) if (s := a + b) == 3:
        print(subject, s)
