# A template in which nothing is put in is the result itself, even of a subclass; iterators of strings and subclasses.
class Text(str):
    pass


class Shown:
    def __format__(self, spec):
        return Text("shown" + spec)


for text in "plain", Text("plain"), Text(""), Text("a{{b"), Text("100%"), Text("50%% off"):
    for name, make in (("format", lambda: text.format(1, k=2)), ("format_map", lambda: text.format_map({})),
                       ("% ()", lambda: text % ()), ("% {}", lambda: text % {}), ("% []", lambda: text % [])):
        try:
            made = make()
            print(repr(text), name, type(made).__name__, made is text or made == "", made)
        except (ValueError, TypeError) as error:
            print(repr(text), name, error)
print(type("{}".format(Shown())), type("{:x}!".format(Shown())), type("{0}".format(Text("x"))), type("%s" % Text("x")))
print([type(iter(text)).__name__ for text in ("ascii", "caf\xe9", Text("ascii"), Text("caf\xe9"))], list(Text("ab")))

# Items of what has none: an index is looked at first where there is something of a sequence.
class Number(int):
    pass


def store(owner, key):
    owner[key] = 1


def drop(owner, key):
    del owner[key]


for owner in Number(1), 5, "text", b"octets", (1,), None, Text("x"), frozenset(), range(3), 1.5:
    for key in 0, 2**70, Number(2**70), "k", None:
        for change in store, drop:
            try:
                change(owner, key)
            except (TypeError, IndexError) as error:
                print(type(owner).__name__, key, change.__name__, type(error).__name__, error)
