"""Lists changed during comparison, repr, sort, index, remove, extend and iteration by the elements themselves."""


class Evil:
    def __init__(self, target, action):
        self.target, self.action = target, action

    def __eq__(self, other):
        self.action(self.target)
        return False

    def __repr__(self):
        self.action(self.target)
        return "evil"

    def __lt__(self, other):
        self.action(self.target)
        return True


def clear(target):
    target.clear()


def grow(target):
    if len(target) < 10:
        target.append(0)


for action in (clear, grow):
    for use in (lambda t: 5 in t, lambda t: t.index(5), lambda t: t.count(5), lambda t: t.remove(5), lambda t: t == [1, 2, 3], lambda t: [1, 2, 3] == t, lambda t: repr(t), lambda t: sorted(t), lambda t: t.sort(), lambda t: max(t), lambda t: t < [1, 2, 3]):
        target = []
        target += [1, Evil(target, action), 3]
        try:
            result = use(target)
            print(action.__name__, result if not isinstance(result, Evil) else "evil", len(target), end="; ")
        except (ValueError, TypeError) as error:
            print(action.__name__, type(error).__name__, error, end="; ")
    print()


class Feeding:
    def __init__(self, target):
        self.target = target

    def __iter__(self):
        for i in range(3):
            self.target.append(f"side{i}")
            yield i


target = []
target.extend(Feeding(target))
print(target)
target = []
target += Feeding(target)
print(target)
target = [3, 1, 2]
try:
    target.sort(key=lambda x: target.append(x) or x)
except ValueError as error:
    print(error, target)
target = [3, 1, 2]
try:
    target.sort(key=lambda x: len(target))
    print(target)
    target.sort(key=lambda x: 1 / (x - 2))
except ZeroDivisionError as error:
    print(error, sorted(target))
loop = []
loop.append(loop)
print(loop, repr([loop, (loop,)]), loop == loop, loop in loop)
for operation in (lambda: loop == [[loop]], lambda: [loop] == [[loop]], lambda: hash((loop,))):
    try:
        print(operation())
    except (RecursionError, TypeError) as error:
        print(type(error).__name__, str(error)[:40])
d = {}
d["d"] = d
s = [d, {1: [d]}]
print(d, s)
it = iter(target := [1, 2, 3])
next(it)
del target[:]
print(list(it), it.__length_hint__(), next(it, "end"))
target.extend([1, 2])
print(list(it))
r = reversed(target := [1, 2, 3])
target.pop()
print(list(r), target.__reversed__().__length_hint__())
big = [0] * 5
big.insert(-100, "first")
big.insert(100, "last")
big.insert(True, "one")
print(big, [] * 5, [1] * -1, [[]] * 3, len([None] * 1000))
