# __eq__ and __hash__ that change the container which is looking.
class Changing:
    def __init__(self, action):
        self.action = action

    def __hash__(self):
        return 1

    def __eq__(self, other):
        action, self.action = self.action, lambda: None
        action()
        return False


def attempt(name, action):
    try:
        result = action()
        print(name, type(result).__name__)
    except (RuntimeError, ValueError, KeyError, IndexError) as error:
        print(name, type(error).__name__)


table = {}
table[Changing(table.clear)] = 1
attempt("get", lambda: table.get(Changing(table.clear)))
for index in range(10):
    table[Changing(lambda: None)] = index
attempt("set", lambda: table.__setitem__(Changing(table.clear), 1))
for index in range(10):
    table[Changing(lambda: None)] = index
attempt("pop", lambda: table.pop(Changing(lambda: table.update(dict.fromkeys(range(1000)))), None))
attempt("delete", lambda: table.__delitem__(Changing(table.clear)))
items = [Changing(lambda: items.clear()) for _ in range(10)]
attempt("index", lambda: items.index(5))
items.extend(Changing(lambda: items.clear()) for _ in range(10))
attempt("count", lambda: items.count(5))
items.extend(Changing(lambda: items.clear()) for _ in range(10))
attempt("remove", lambda: items.remove(5))
items.extend(Changing(lambda: items.clear()) for _ in range(10))
attempt("in", lambda: 5 in items)
items.extend(Changing(lambda: items.clear()) for _ in range(10))
attempt("==", lambda: items == [1] * 10)
unique = {Changing(lambda: None) for _ in range(5)}
for name in "add", "discard", "remove", "__contains__":
    unique |= {Changing(lambda: None)}
    attempt("set " + name, lambda: getattr(unique, name)(Changing(unique.clear)))
for name in "union", "intersection", "difference", "symmetric_difference", "issubset", "isdisjoint":
    left = {Changing(lambda: None) for _ in range(5)}
    right = {Changing(lambda: None) for _ in range(5)}
    for member in right:
        member.action = lambda: (left.clear(), right.clear())
    attempt("set " + name, lambda: getattr(left, name)(right))
values = {1: Changing(lambda: values.clear())}
attempt("dict ==", lambda: values == {1: 2})
