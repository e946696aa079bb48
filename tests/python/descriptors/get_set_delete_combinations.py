"""All eight combinations of __get__, __set__, __delete__ against an instance attribute of the same name."""
import itertools


def build(names):
    space = {}
    if "get" in names:
        space["__get__"] = lambda self, instance, owner: f"got for {type(instance).__name__}"
    if "set" in names:
        space["__set__"] = lambda self, instance, value: print("   set", value)
    if "delete" in names:
        space["__delete__"] = lambda self, instance: print("   delete")
    space["__repr__"] = lambda self: "<descriptor>"
    return type("D", (), space)()


for size in range(4):
    for names in itertools.combinations(("get", "set", "delete"), size):
        holder = type("Holder", (), {"x": build(names)})
        instance = holder()
        print(names or "none", holder.x, instance.x)
        instance.__dict__["x"] = "own"
        print("   instance dict:", instance.x)
        for action in (lambda: setattr(instance, "x", 1), lambda: delattr(instance, "x"), lambda: delattr(instance, "x")):
            try:
                action()
                print("   ->", instance.__dict__)
            except AttributeError as error:
                print("   AttributeError", error)
