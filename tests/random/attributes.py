"""A random program about attributes, from a seed: classes, instances and modules whose attributes are read, called, set
and deleted by the same few functions, while classes, bases, dicts and descriptors change under them.

usage: attributes.py SEED
"""
import random
import sys
import types

dice = random.Random(int(sys.argv[1]))
NAMES = ["a", "b", "c", "m", "n"]
SOURCE = """
def get_{0}(owner): return owner.{0}
def call_{0}(owner): return owner.{0}()
def set_{0}(owner, value): owner.{0} = value
def delete_{0}(owner): del owner.{0}
def get_global_{0}(): return {0}
def get_twice_{0}(owner):
    first = owner.{0}
    return first, owner.{0}
"""
functions = {}
for name in NAMES:
    exec(SOURCE.format(name), functions)


class Meta(type):
    pass


class Getter:
    def __init__(self, tag):
        self.tag = tag

    def __get__(self, instance, owner):
        return "get", self.tag, instance is None


class Descriptor(Getter):
    def __set__(self, instance, value):
        if hasattr(instance, "__dict__"):
            instance.__dict__["shadow"] = value

    def __delete__(self, instance):
        pass


def make_method(tag):
    def method(self):
        return "method", tag
    return method


def make_value():
    tag = dice.randrange(100)
    kinds = [lambda: lambda *arguments: ("lambda", tag, len(arguments)), lambda: property(lambda self: ("property", tag)),
             lambda: staticmethod(lambda *arguments: ("static", tag, len(arguments))),
             lambda: classmethod(lambda cls: ("class", tag, cls.__name__)), lambda: Getter(tag),
             lambda: Descriptor(tag), lambda: make_method(tag), lambda: tag, lambda: f"s{tag}"]
    return dice.choice(kinds)()


def show(value):
    if isinstance(value, tuple):
        return tuple(map(show, value))
    if isinstance(value, (int, str)):
        return value
    if not callable(value):
        return type(value).__name__
    try:
        return "callable", type(value).__name__, show(value())
    except Exception as error:
        return "callable", type(value).__name__, type(error).__name__


def attempt(function, *arguments):
    try:
        return show(function(*arguments))
    except Exception as error:
        return type(error).__name__, str(error)


classes, owners = [], []
modules = [types.ModuleType(f"module{i}") for i in range(2)]


def make_class():
    bases = tuple(dice.sample(classes, min(len(classes), dice.randrange(3))))
    space = {name: make_value() for name in NAMES if dice.random() < .3}
    free = [name for name in NAMES if name not in space and dice.random() < .5]
    kind = dice.randrange(7)
    if kind == 0:
        space["__slots__"] = free
    elif kind == 1:
        space["__slots__"] = [*free, "__dict__"]
    elif kind == 2:
        bases += (dice.choice([list, dict, int, Exception, object, str]),)
    elif kind == 3:
        space["__getattr__"] = lambda self, name: ("getattr", name)
    try:
        classes.append((Meta if kind == 4 else type)(f"C{len(classes)}", bases, space))
    except TypeError as error:
        print("no class", error)


def make_owner():
    luck = dice.random()
    if luck >= .9:
        owners.append(dice.choice(modules))
    elif luck >= .8:
        owners.append(dice.choice(classes))
    else:
        owners.append(dice.choice(classes)())


def use_attribute(name):
    what = dice.choice(["get", "call", "get_twice", "set", "get", "call"])
    pool = dice.sample(owners, min(len(owners), dice.choice([1, 1, 1, 2, 3])))
    for turn in range(dice.choice([1, 12, 30])):
        values = [make_value()] if what == "set" else []
        print(what, name, attempt(functions[f"{what}_{name}"], pool[turn % len(pool)], *values))


def use_global(name):
    if dice.random() < .5:
        functions[name] = make_value()
    else:
        functions.pop(name, None)
    for _ in range(15):
        print("global", name, attempt(functions[f"get_global_{name}"]))


def change_class(name):
    print("class", attempt(setattr, dice.choice(classes), name, make_value()))


def change_class_back(name):
    print("class", attempt(delattr, dice.choice(classes), name))


def set_class(name):
    print("__class__", attempt(setattr, dice.choice(owners), "__class__", dice.choice(classes)))


def set_bases(name):
    print("__bases__", attempt(setattr, dice.choice(classes), "__bases__", (dice.choice(classes),)))


def look_at_dict(name):
    print("__dict__", attempt(lambda owner: ", ".join(map(str, vars(owner))), dice.choice(owners)))


def change_dict(name):
    key = dice.choice([*NAMES, 1, ("a", "tuple")])
    print("__dict__", attempt(lambda owner: vars(owner).__setitem__(key, make_value()), dice.choice(owners)))


def set_dict(name):
    print("__dict__", attempt(setattr, dice.choice(owners), "__dict__", {name: make_value()}))


def delete(name):
    print("delete", attempt(functions[f"delete_{name}"], dice.choice(owners)))


def make_more(name):
    make_class()
    make_owner()
    if len(owners) > 12:
        del owners[dice.randrange(len(owners))]


for _ in range(6):
    make_class()
for _ in range(6):
    make_owner()
CHANGES = [delete, change_class, change_class_back, set_class, set_bases, look_at_dict, change_dict, set_dict, use_global,
           make_more]
for _ in range(300):
    dice.choice([use_attribute, dice.choice(CHANGES)])(dice.choice(NAMES))
