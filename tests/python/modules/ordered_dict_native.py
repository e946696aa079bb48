# collections.OrderedDict as CPython has it in C: order, changes during iteration, dict's methods behind its back.
import pickle
from collections import OrderedDict


def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


od = OrderedDict(zip("abcde", range(5)))
od.move_to_end("b")
od.move_to_end("d", last=False)
print(od, list(reversed(od)), list(reversed(od.items())), list(od.values()))
print(od.popitem(), od.popitem(last=False), od.pop("x", 1), od.setdefault("n"), od)
show(lambda: od.pop("x"))
show(lambda: od.move_to_end("x"))
show(lambda: OrderedDict().popitem())
show(lambda: OrderedDict([1]))
show(lambda: OrderedDict([(1, 2, 3)]))
show(lambda: OrderedDict([()]))
show(lambda: OrderedDict(1, 2))
show(lambda: od.update(1, 2))


def change(how):
    walked = OrderedDict.fromkeys("abc")
    for key in walked:
        how(walked, key)
    return walked


show(lambda: change(lambda o, k: o.move_to_end(k)))
show(lambda: change(lambda o, k: o.__setitem__("z", 1)))
show(lambda: change(lambda o, k: o.__delitem__("c")))
show(lambda: change(lambda o, k: o.__setitem__(k, 1)))
for spoil in (lambda o: dict.pop(o, "a"), lambda o: dict.clear(o), lambda o: dict.__setitem__(o, "q", 9),
              lambda o: dict.popitem(o)):
    spoiled = OrderedDict.fromkeys("abc", 0)
    spoil(spoiled)
    show(lambda: spoiled)
    spoiled["q"] = 1
    show(lambda: list(spoiled.items())[-1:])
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1))
print(OrderedDict(a=1) | {"b": 2}, {"b": 2} | OrderedDict(a=1))
show(lambda: OrderedDict() | 5)
show(lambda: OrderedDict() < OrderedDict())


class Sub(OrderedDict):
    def __missing__(self, key):
        return key * 2


sub = Sub(x=1)
sub.note = [1]
copied = pickle.loads(pickle.dumps(od))
print(copied == od, sub["y"], repr(sub.copy()), sub.__reduce__()[2], type(sub | {}).__name__)
nested = OrderedDict()
nested["self"] = nested
print(nested, len(od.keys() & {"a"}), "a" in od.keys(), od.items() >= set(), type(iter(od)).__name__)
for i in range(3000):
    od[i % 7] = i
    if i % 3 == 0:
        od.popitem(last=False)
    if i % 5 == 0:
        od.move_to_end(next(iter(od)))
print(od, od.__dict__)
