"""Attribute stores stay right when classes and instances change after the storing code has become warm."""


class Box:
    def __init__(self):
        self.value = 0


class Slotted:
    __slots__ = ("value",)


def store(o, value):
    o.value = value


def attempt(label, o, value):
    try:
        store(o, value)
        print(label, o.value, getattr(o, "__dict__", None))
    except Exception as error:
        print(label, type(error).__name__, error)


class Loud:
    def __init__(self, text):
        self.text = text

    def __del__(self):
        print("dropped", self.text)


box, slotted = Box(), Slotted()
for i in range(100):
    store(box, i)
attempt("warm", box, "a")
for i in range(100):
    store(slotted, i)
attempt("slot", slotted, "b")
attempt("back", box, "c")
box.__dict__
attempt("dict made", box, "d")
box.__dict__ = {"other": 1}
attempt("dict replaced", box, "e")
Box.value = property(lambda self: self._value, lambda self, value: setattr(self, "_value", [value]))
attempt("property", box, "f")
Box.value = property(lambda self: "read only")
attempt("read only", box, "g")
del Box.value
attempt("plain again", box, "h")
Box.__setattr__ = lambda self, name, value: print("setattr", name, value)
attempt("hook", box, "i")
del Box.__setattr__
fresh = Box()
store(fresh, Loud("first"))
store(fresh, Loud("second"))
store(fresh, None)
many = [Box() for _ in range(50)]
for number, item in enumerate(many):
    item.extra = number
    store(item, number)
    item.late = -number
print(sum(item.value for item in many), list(many[3].__dict__.items()))
for name in ("value", "extra"):
    delattr(many[4], name)
store(many[4], "last")
print(list(many[4].__dict__.items()))
Slotted.value = "class attribute now"
attempt("slot hidden", slotted, "j")
