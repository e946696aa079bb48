"""Which classes instances and bases can be given: every pair of classes that add slots, dicts and weak references."""
SLOTS = {"plain": None, "more": None, "empty": (), "x": ("x",), "list": ["x"], "y": ("y",), "xy": ("x", "y"), "yx": ("y", "x"),
         "d": ("__dict__",), "w": ("__weakref__",), "dw": ("__dict__", "__weakref__"), "xd": ("x", "__dict__"),
         "xw": ("x", "__weakref__"), "xdw": ("x", "__dict__", "__weakref__")}


def derive(base, name):
    slots = SLOTS[name]
    return type(f"{base.__name__}.{name}", (base,), {} if slots is None else {"__slots__": slots})


def derive_all(base, names):
    made = []
    for name in names:
        try:
            made.append(derive(base, name))
        except TypeError:
            pass
    return made


def derive_two(left, right):
    try:
        return type("Derived", (left, right), {}).__base__ is left
    except TypeError as error:
        return "layout" if "lay-out" in str(error) else "order"


def takes_class(old, new):
    instance = old()
    try:
        instance.__class__ = new
    except TypeError as error:
        assert str(error) == f"__class__ assignment: '{new.__name__}' object layout differs from '{old.__name__}'"
        return False
    return True


def takes_base(old, new):
    derived = type("Derived", (old,), {})
    try:
        derived.__bases__ = (new,)
    except TypeError as error:
        return "layout" if "layout differs" in str(error) else "deallocator" if "deallocator" in str(error) else error
    return True


def letters(answers):
    return "".join(str(answer)[0] for answer in answers)


for base in (object, list, int, Exception):
    classes = derive_all(base, SLOTS)
    classes += [derived for made in classes for derived in derive_all(made, SLOTS)]
    if base is object:
        classes += [derived for made in classes for derived in derive_all(made, ("plain", "x"))]
    print("two bases", *(letters(derive_two(left, right) for right in classes[::7]) for left in classes[::7]))
    for old in classes:
        print(old.__name__, letters(takes_class(old, new) for new in classes))
    for old in classes[::5]:
        print("bases of", old.__name__, letters(takes_base(old, new) for new in classes[::5]))
