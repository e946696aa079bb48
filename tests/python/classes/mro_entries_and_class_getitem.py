"""__mro_entries__, __orig_bases__, types.new_class and resolve_bases, __class_getitem__, subscripted bases."""
import types


class Alias:
    def __init__(self, *bases):
        self.bases = bases

    def __mro_entries__(self, bases):
        print("entries asked with", [b.__name__ if isinstance(b, type) else type(b).__name__ for b in bases])
        return self.bases


class A:
    pass


class B(A):
    pass


one, two = Alias(A), Alias()


class C(one, two):
    pass


print(C.__bases__, C.__orig_bases__ == (one, two), C.__mro__)


class D(Alias(B, A), metaclass=type):
    pass


print(D.__bases__)


class E(A):
    pass


print("__orig_bases__" in vars(E), "__orig_bases__" in vars(C))
for base in (Alias.__new__(Alias), 5, "text", None, [], lambda: 0, type("W", (), {"__mro_entries__": lambda s, b: [A]})(), type("V", (), {"__mro_entries__": lambda s, b: (5,)})()):
    try:
        class F(base):
            pass
        print(F)
    except Exception as error:
        print(type(error).__name__, error)
print(types.resolve_bases((one, A)), types.resolve_bases((A, B)))
try:
    type("T", (one,), {})
except TypeError as error:
    print(error)
made = types.new_class("Made", (Alias(B),), {"metaclass": type}, lambda ns: ns.update(x=5))
print(made.x, made.__bases__, made.__orig_bases__[0].bases)
print(types.prepare_class("P", (A,), {"metaclass": type, "k": 1}))


class Items:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item!r}]"


class SubItems(Items):
    pass


print(Items[int], SubItems[1, 2], Items[...], Items[:], type(vars(Items)["__class_getitem__"]).__name__)
try:
    Items()[1]
except TypeError as error:
    print(error)


class Meta(type):
    def __getitem__(cls, item):
        return "meta first"


class Both(metaclass=Meta):
    def __class_getitem__(cls, item):
        return "never"


print(Both[1])
for source in ("A[int]", "int[str]", "type[int]", "type[int][str]", "str[1]", "object[1]", "type(A)[int]", "list[int]", "dict[str, int]", "tuple[int, ...]", "list[int]()", "list[int]([1])", "list[()]", "dict[int]", "frozenset[int].__origin__", "list[int].append", "isinstance([], list[int])",
               "issubclass(list, list[int])", "list[int] == list[int]", "hash(list[int]) == hash(list[int])", "list[int] | None", "int | str", "int | 'x'", "int | None | int", "isinstance(1, int | str)", "isinstance(1, int | list[int])", "list['T']", "(int | str).__args__", "class_[int]"):
    try:
        print(source, "=", eval(source))
    except Exception as error:
        print(source, "->", type(error).__name__, error)


class L(list[int]):
    pass


print(L.__orig_bases__, L.__bases__, L([1]))
