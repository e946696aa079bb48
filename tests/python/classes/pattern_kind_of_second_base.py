"""Whether a class matches sequence or mapping patterns comes from the first class along its MRO that says so."""
import collections
import collections.abc


class Plain:
    pass


def kind(value):
    match value:
        case [*_]:
            return "sequence"
        case {}:
            return "mapping"
    return None


class A(Plain, collections.UserDict, collections.abc.Sequence):
    pass


class B(Plain, collections.UserList, collections.abc.Mapping):
    pass


class C(dict, collections.abc.Sequence, Plain):
    pass


class D(list, Plain, collections.abc.Mapping):
    pass


class E(A):
    pass


for cls in Plain, A, B, C, D, E:
    print(cls.__name__, kind(cls()))


@collections.abc.Sequence.register
class Registered:
    def __len__(self):
        return 0


class Below(Plain, Registered):
    pass


print(kind(Registered()), kind(Below()))
