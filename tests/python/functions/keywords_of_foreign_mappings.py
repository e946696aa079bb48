"""f(**mapping) for mappings that are no dicts: keys that come twice, missing methods, subclasses of dict."""


class Pairs:
    def __init__(self, *pairs):
        self.pairs = pairs

    def keys(self):
        return [key for key, _ in self.pairs]

    def __getitem__(self, wanted):
        return next(value for key, value in self.pairs if key == wanted)


class Louder(dict):
    def __iter__(self):
        return iter([key.upper() for key in self.keys()])


class NoKeys:
    def __getitem__(self, key):
        return key


class OddKeys:
    def __init__(self, keys):
        self.keys = keys


def f(*args, **kwargs):
    print(args, kwargs)


def attempt(call):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: f(**Pairs(("x", 1), ("y", 2))))
attempt(lambda: f(**Pairs(("x", 1), ("x", 2))))
attempt(lambda: f(a=3, **Pairs(("x", 1), ("x", 2))))
attempt(lambda: f(**{"a": 1}, **Pairs(("x", 1), ("a", 2))))
attempt(lambda: f(**Pairs((1, 2))))
attempt(lambda: f(**Louder(a=1, b=2)))
attempt(lambda: f(**NoKeys()))
attempt(lambda: f(**5))
attempt(lambda: f(**OddKeys(lambda: 5)))
attempt(lambda: f(**OddKeys(lambda: 1 / 0)))
attempt(lambda: f(**OddKeys(lambda: ["a"])))
attempt(lambda: print(**{"sep": "-"}, **Pairs(("sep", "+"))))
