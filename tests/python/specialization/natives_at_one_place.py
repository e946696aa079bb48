"""One call site and natives of every kind, with right and wrong arguments."""
import builtins


def call_1(function, a):
    return function(a)


def call_2(function, a, b):
    return function(a, b)


def call_0(function):
    return function()


def length(o):
    return len(o)


def check(o, t):
    return isinstance(o, t)


def append(items, item):
    items.append(item)
    return items


def attempt(function, *arguments):
    try:
        print(function.__name__, function(*arguments))
    except Exception as error:
        print(function.__name__, type(error).__name__, error)


class Sized:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


class Claims:
    @property
    def __class__(self):
        return dict


class Meta(type):
    def __instancecheck__(cls, o):
        return "maybe"


class Checked(metaclass=Meta):
    pass


class Appends(list):
    def append(self, item):
        super().append(("wrapped", item))


FUNCTIONS = [len, abs, str, type, tuple, list, int, ord, repr, "abc".upper, [1].append, {}.get, lambda *a: a, print,
             Sized, divmod, pow, max, str.upper, dict.fromkeys, range, None, isinstance, set, iter, hash]
for warm in (abs, str, type, tuple, list, divmod):
    for _ in range(30):
        if warm is divmod:
            call_2(warm, 7, 2)
        else:
            call_1(warm, "a" if warm is not abs else 1)
    for function in FUNCTIONS:
        if function is print:
            continue
        for argument in ("a", 3, [1, 2]):
            if function in (hash, repr) or argument == 3 and function in (range,):
                continue
            try:
                result = call_1(function, argument)
                print(result if not callable(result) and "object at" not in repr(result) else type(result).__name__)
            except Exception as error:
                print(type(error).__name__, error)
        attempt(call_2, function, 7, 2) if function not in (iter, Sized) else None
for _ in range(30):
    call_0("abc".upper), length([1]), check(1, int), append([], 1)
for o in ([1, 2], "abc", Sized(3), Sized(-1), Sized("x"), Sized(2**70), 5, None, {1}):
    attempt(length, o)
for o, t in ((1, int), (1, str), (True, int), (1, (str, int)), (Claims(), dict), (Claims(), Claims), (1, Checked), (1, 5),
             (1, int | str), (1, (str, 5)), ([], list), (int, type)):
    attempt(check, o, t)
for items in ([], Appends(), bytearray(), set(), None):
    attempt(append, items, 65)
builtins.len = lambda o: "not len"
attempt(length, [1])
del builtins.len
attempt(length, [1])
isinstance = lambda o, t: "shadowed"
attempt(check, 1, int)
