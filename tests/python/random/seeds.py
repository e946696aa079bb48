# _random gives CPython's numbers for CPython's seeds.
import _random


def show(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


for seed in (0, 1, -7, 12345, 2**32, 2**64 - 1, -2**70, 10**40, True, 1.5, (1, 2)):
    r = _random.Random(seed)
    print(seed, [r.random() for _ in range(3)], [r.getrandbits(k) for k in (1, 7, 32, 33, 64, 100, 200)])
r = _random.Random(5)
r.random()
state = r.getstate()
print(len(state), state[:3], state[-1], hash(state))
a = [r.random() for _ in range(700)]
r.setstate(state)
print(a == [r.random() for _ in range(700)], a[-1])
r.seed(9)
print(r.random())
show(lambda: _random.Random(1, 2))
show(lambda: _random.Random(x=1))
show(lambda: _random.Random([]))
show(lambda: r.getrandbits(-1))
show(lambda: r.getrandbits(0))
show(lambda: r.getrandbits("a"))
show(lambda: r.setstate((1,)))
show(lambda: r.setstate(1))
for place, value in ((0, -1), (0, "a"), (-1, 700), (-1, -1)):
    bad = list(state)
    bad[place] = value
    show(lambda: r.setstate(tuple(bad)))


class Sub(_random.Random):
    def __init__(self, x):
        super().__init__(x)


print(Sub(3).random())
