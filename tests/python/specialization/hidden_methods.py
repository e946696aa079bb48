# A method hidden by an attribute of the instance, where the code has run with other instances before: attributes
# in line, in a dict that has been asked for, in a dict that came with the object, under names new to the class.
class Plain:
    def method(self):
        return "class"


class Slotted:
    __slots__ = ("__dict__", "other")

    def method(self):
        return "class"


class List(list):
    def method(self):
        return "class"


class Error(Exception):
    def method(self):
        return "class"


def call(owner):
    return owner.method()


def read(owner):
    return owner.method


def hide(owner):
    owner.method = lambda: "instance"
    return owner


def with_dict(owner):
    owner.__dict__
    return owner


def other(owner):
    owner.other = 1
    return owner


makers = {"bare": lambda kind: kind(), "other": lambda kind: other(kind()), "dict": lambda kind: with_dict(kind()),
          "other, dict": lambda kind: with_dict(other(kind())), "dict, other": lambda kind: other(with_dict(kind()))}
for kind in Plain, Slotted, List, Error:
    for warm, make in makers.items():
        call.__code__ = call.__code__.replace()
        read.__code__ = read.__code__.replace()
        made = type(kind.__name__, (kind,), {})
        hide(made())  # the class knows the name as one of an instance
        for _ in range(50):
            assert call(make(made)) == "class"
            assert read(make(made))() == "class"
        for label, make_other in makers.items():
            found = [call(hide(make_other(made))), call(make_other(made)), read(hide(make_other(made)))(),
                     call(hide(with_dict(make_other(made)))), call(with_dict(hide(make_other(made))))]
            print(kind.__name__, warm, "/", label, found)
