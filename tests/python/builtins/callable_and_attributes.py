"""callable, getattr, hasattr, setattr, delattr: defaults, errors of descriptors, bad names."""


def attempt(label, function, *arguments):
    try:
        print(label, repr(function(*arguments)))
    except Exception as error:
        print(label, type(error).__name__, error)


class Plain:
    shared = "class"

    def method(self):
        return "called"

    @property
    def broken(self):
        raise ValueError("from the property")

    @property
    def missing(self):
        raise AttributeError("also from the property")


class Caller:
    def __call__(self):
        return 1


plain = Plain()
for value in (len, int, Plain, plain, plain.method, Plain.method, Caller(), lambda: 0, 5, "x", None, type(None), staticmethod(len),
              classmethod(len), property(), NotImplemented):
    print(callable(value), end=" ")
print()
plain.__call__ = lambda: 2
print(callable(plain))

attempt("present", getattr, plain, "shared")
attempt("absent", getattr, plain, "nothing")
attempt("default", getattr, plain, "nothing", None)
attempt("error kept", getattr, plain, "broken", "default")
attempt("attribute error hidden", getattr, plain, "missing", "default")
attempt("attribute error seen", getattr, plain, "missing")
attempt("number as name", getattr, plain, 5)
attempt("too few", getattr, plain)
attempt("too many", getattr, plain, "a", 1, 2)
attempt("hasattr", hasattr, plain, "missing")
attempt("hasattr passes", hasattr, plain, "broken")
attempt("hasattr name", hasattr, plain, b"x")

attempt("set", setattr, plain, "with space", 3)
print(vars(plain)["with space"], getattr(plain, "with space"))
attempt("delete", delattr, plain, "with space")
attempt("delete twice", delattr, plain, "with space")
attempt("delete class attribute", delattr, plain, "shared")
attempt("set name", setattr, plain, 1, 1)
attempt("set property", setattr, plain, "broken", 1)
attempt("set on int", setattr, 5, "x", 1)
attempt("set on int type", setattr, int, "x", 1)
attempt("delete on list", delattr, [], "append")
attempt("set on object", setattr, object(), "x", 1)


class Slotted:
    __slots__ = ("only",)


slotted = Slotted()
attempt("empty slot", getattr, slotted, "only")
attempt("slot", setattr, slotted, "only", 1)
attempt("no dict", setattr, slotted, "other", 1)
attempt("slot deleted", delattr, slotted, "only")
attempt("slot deleted twice", delattr, slotted, "only")
