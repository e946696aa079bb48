"""The order in which decorators, defaults, annotations, bases, keywords and bodies are evaluated."""


def note(label, value=None):
    print(label, end=" ")
    return value


def decorator(label):
    print("make", label, end=" ")
    def apply(thing):
        print("apply", label, end=" ")
        return thing
    return apply


@decorator("d1")
@decorator("d2")
def function(a: note("ann a", int) = note("def a", 1), *args: note("ann args"),
             b: note("ann b") = note("def b", 2), **kw: note("ann kw")) -> note("ann return", str):
    pass


print()
print(function.__annotations__, function.__defaults__, function.__kwdefaults__)


class Meta(type):
    @classmethod
    def __prepare__(cls, name, bases, **kw):
        print("prepare", kw, end=" ")
        return {}

    def __new__(cls, name, bases, namespace, **kw):
        print("new", end=" ")
        return super().__new__(cls, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **kw):
        print("init", end=" ")


@decorator("c1")
@decorator("c2")
class K(note("base", object), metaclass=note("meta", Meta), option=note("option", 3)):
    note("body")
    x: note("annotation", int) = note("value", 4)
    (y): note("parenthesised") = note("value y", 5)


print()
print(K.__annotations__)
note("f", lambda *a, **k: note("call"))(note("1"), *note("star", [2]), k=note("kw"), **note("dstar", {"z": 1}))
print()
{note("k1"): note("v1"), **note("d", {}), note("k2"): note("v2")}
print()
box = {}
box[note("index", 1)] = note("right", 2)
box[note("i2", 1)] += note("augmented", 3)
note("target", box)[note("key", "k")] = other = note("first", 9)
print()
a = b = box["n"] = note("once", [])
print(a is b is box["n"])
x: note("local annotation evaluated at module level") = note("after the value?")
note("obj", K).attribute: note("annotation of attribute", int) = note("val")
print()
print(note("l", 1) < note("m", 0) < note("never", 3), note("cond", 0) and note("no"), note("or", 0) or note("yes", 7))
print([note("elt", i) for i in note("iter", [1]) if note("if", 1)], (lambda d=note("default", 2): d)())
assert note("test", True), note("message")
print()
del box[note("del key", 1)], note("del from", box)["n"]
print(sorted(map(str, box)))
