"""random with seeds of every type: integers, floats, bits, choices, samples, shuffles, distributions,
states, errors."""
import pickle
import random


def attempt(function, *args, **kw):
    try:
        return function(*args, **kw)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for seed in (0, 1, -1, 2 ** 100, 1.5, "text", b"bytes", bytearray(b"ba"), True, "é", ""):
    r = random.Random(seed)
    print(repr(seed)[:20], r.random(), r.getrandbits(10), r.randrange(100), r.choice("abcdef"), r.uniform(1, 2))
for bad in ([], {}, (1,), 1j, object):
    print(attempt(random.Random, bad) if not isinstance(attempt(random.Random, bad),
                                                        random.Random) else "accepted")
r = random.Random(42)
print([r.getrandbits(k) for k in (0, 1, 31, 32, 33, 64, 100)], attempt(r.getrandbits, -1),
      attempt(r.getrandbits, 1.5), attempt(r.getrandbits, "a"), r.randbytes(5), attempt(r.randbytes, -1))
print([r.randint(1, 6) for _ in range(20)], [r.randrange(0, 100, 7) for _ in range(8)], r.randrange(-5, 5),
      r.randrange(10 ** 30), r.randint(-10 ** 20, 10 ** 20))
for args in ((0,), (-1,), (5, 5), (5, 3), (1, 10, 0), (1, 10, -1), (10, 1, -2), (1.5,), ("a",), (1, 2, 3, 4),
             (), (None,), (2 ** 70,)):
    print(args, attempt(random.Random(3).randrange, *args))
print(attempt(r.choice, []), attempt(r.choice, 5), attempt(r.choice, {1: 2}), attempt(r.choice, range(10 ** 20)),
      r.choices("abc", k=10), r.choices("abc", [1, 0, 5], k=10), r.choices("abc", cum_weights=[1, 2, 9], k=5))
for kw in ({"weights": [1]}, {"weights": [0, 0, 0]}, {"weights": [1, 2, 3], "cum_weights": [1, 2, 3]},
           {"k": -1}, {"weights": 5}, {"weights": [1, "a", 2]}, {"weights": [float("inf"), 1, 1]}, {"k": 1.5}):
    print(kw, attempt(r.choices, "abc", **kw))
items = list(range(12))
r.shuffle(items)
print(items, r.sample(items, 5), r.sample(range(10 ** 9), 3), r.sample("abcdef", 6),
      r.sample([1, 2], counts=[3, 2], k=4), attempt(r.sample, [1], 2), attempt(r.sample, {1, 2}, 1),
      attempt(r.sample, [1], -1), attempt(r.shuffle, (1, 2)), attempt(r.shuffle, 5),
      attempt(r.sample, [1, 2], 1, counts=[1]))
for name, args in (("uniform", (5, 1)), ("triangular", (0, 10, 3)), ("triangular", ()), ("betavariate", (2, 3)),
                   ("expovariate", (1.5,)), ("gammavariate", (2, 1)), ("gammavariate", (0.5, 1)),
                   ("gauss", (0, 1)), ("gauss", (5, 2)), ("lognormvariate", (0, 1)), ("normalvariate", (0, 1)),
                   ("vonmisesvariate", (0, 4)), ("paretovariate", (3,)), ("weibullvariate", (1, 2))):
    print(name, [round(attempt(getattr(r, name), *args), 12) for _ in range(3)])
print(attempt(r.gammavariate, -1, 1), attempt(r.expovariate, 0))
state = r.getstate()
first = [r.random() for _ in range(3)]
r.setstate(state)
print(first == [r.random() for _ in range(3)], state[0], len(state[1]), state[2])
copy = pickle.loads(pickle.dumps(r))
print(copy.random() == r.random(), attempt(r.setstate, 5), attempt(r.setstate, (3, (1, 2), None)),
      attempt(r.setstate, (9, (), None)), attempt(r.setstate, (3, tuple([2 ** 40] * 625), None)))
class Own(random.Random):
    def __init__(self): self.n = 0
    def random(self):
        self.n += 1
        return self.n % 10 / 10
o = Own()
print([o.random() for _ in range(3)], o.choice("abcdefghij"), o.randrange(10), o.sample(range(10), 3),
      o.uniform(0, 10))
random.seed(5)
print(random.random(), random.seed(5), random.random(), attempt(random.seed, 1, 2, 3),
      attempt(random.seed, "x", 1), attempt(random.random, 1))
random.seed("x", version=1)
print(random.random())
for x in range(700):
    r.random()
print(r.random())
print(attempt(random.SystemRandom().getstate), attempt(random.SystemRandom().seed, 5),
      0 <= random.SystemRandom().random() < 1, attempt(random.SystemRandom().getrandbits, -1))
