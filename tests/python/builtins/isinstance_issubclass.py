"""isinstance and issubclass: tuples, unions, metaclass hooks, __class__ lies, abstract __bases__."""


def attempt(label, function):
    try:
        print(label, repr(function()))
    except Exception as error:
        print(label, type(error).__name__, error)


print(isinstance(1, int), isinstance(True, int), isinstance(1, (str, (float, (int,)))), isinstance(1, ()), isinstance(1, int | str))
print(issubclass(bool, int), issubclass(int, (str, object)), issubclass(int, ()), issubclass(bool, int | None))
print(isinstance(None, int | None), isinstance(int, type), isinstance(type, type), issubclass(type, object))
attempt("second", lambda: isinstance(1, 5))
attempt("inside", lambda: isinstance(1, (str, 5)))
attempt("found first", lambda: isinstance(1, (int, 5)))
attempt("first", lambda: issubclass(5, int))
attempt("second of issubclass", lambda: issubclass(int, 5))
attempt("generic", lambda: isinstance([], list[int]))
attempt("generic subclass", lambda: issubclass(list, list[int]))
attempt("union of generic", lambda: isinstance([], list[int] | str))
attempt("few", lambda: isinstance(1))


class Meta(type):
    def __instancecheck__(cls, instance):
        print("instancecheck", cls.__name__, instance)
        return "truthy"

    def __subclasscheck__(cls, other):
        print("subclasscheck", cls.__name__, other)
        return []


class Checked(metaclass=Meta):
    pass


print(isinstance(1, Checked), isinstance(1, (str, Checked)), issubclass(int, Checked))
print(isinstance(Checked(), Checked))


class Liar:
    __class__ = int


print(isinstance(Liar(), int), isinstance(Liar(), Liar), type(Liar()).__name__, issubclass(Liar, int))


class Failing:
    @property
    def __class__(self):
        raise ValueError("no class")


attempt("class fails", lambda: isinstance(Failing(), int))


class Bases:
    def __init__(self, *bases):
        self.__bases__ = bases


root = Bases()
child = Bases(root)
grandchild = Bases(Bases(), child)
print(issubclass(grandchild, root), issubclass(root, child), issubclass(child, child))
instance = type("Instance", (), {"__class__": child})()
attempt("instance of bases", lambda: isinstance(instance, root))

deep = ()
for _ in range(50):
    deep = (deep,)
print(isinstance(1, (deep, int)))
