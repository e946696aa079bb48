"""Calls with ** of dicts of every kind: order, changes during the call, keys that are no strings, twice the same."""


def show(*arguments, **keywords):
    return arguments, keywords


def plain(a, b=2, /, c=3, *, d=4):
    return a, b, c, d


class Keys:
    def __init__(self, *names):
        self.names = names

    def keys(self):
        return self.names

    def __getitem__(self, name):
        return name * 2


class Sub(dict):
    def __getitem__(self, key):
        return "sub"


class Iterates(dict):
    def __iter__(self):
        return iter(["y"])

    def keys(self):
        return ["y"]

    def __getitem__(self, key):
        return "found"


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


source = {"b": 1, "a": 2}
removed = {"x": 0, "y": 1}
del removed["x"]
attempt(lambda: show(**source))
attempt(lambda: show(**removed))
attempt(lambda: show(**{}))
attempt(lambda: show(**source, **{"c": 3}))
attempt(lambda: show(**source, **source))
attempt(lambda: show(a=1, **source))
attempt(lambda: show(**{1: 2}))
attempt(lambda: plain(1, **{1: 2}))
attempt(lambda: print(**{1: 2}))
attempt(lambda: dict(**{1: 2}))
attempt(lambda: show(**Keys("p", "q")))
attempt(lambda: show(**Keys("p", "p")))
attempt(lambda: show(**Sub(z=1)))
attempt(lambda: show(**Iterates(z=1)))
attempt(lambda: show(**[1]))
attempt(lambda: show(**None))
attempt(lambda: plain(1, **{"c": 5, "d": 6}))
attempt(lambda: plain(1, **{"a": 5}))
attempt(lambda: plain(**{"d": 5}))
attempt(lambda: plain(1, **{"e": 5}))
attempt(lambda: plain(*(1, 2, 3), **{"c": 5}))


def mutate(**keywords):
    keywords["new"] = 1
    source["later"] = 2
    return sorted(keywords)


attempt(lambda: mutate(**source))
print(source, mutate(**source) == sorted([*source, "new"]), show(**source)[1] is not source)
print(sorted([], **{"reverse": True}), int("ff", **{"base": 16}), "{x}".format(**{"x": 1}), str(**{"object": 5}))
