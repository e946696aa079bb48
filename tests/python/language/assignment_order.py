"""Order in which the parts of assignments are evaluated."""
log = []


def note(value, name=None):
    log.append(name if name is not None else value)
    return value


class Box:
    def __setattr__(self, name, value):
        log.append(f"set {name}")
        object.__setattr__(self, name, value)

    def __setitem__(self, key, value):
        log.append(f"setitem {key}")

    def __getitem__(self, key):
        log.append(f"getitem {key}")
        return 10

    def __delitem__(self, key):
        log.append(f"delitem {key}")


def show(title):
    print(title, log)
    log.clear()


box = Box()
note(box, "target").a = note(1, "value")
show("attribute")
note(box, "object")[note("k")] = note(2, "value")
show("item")
note(box, "a").x = note(box, "b").y = note(5, "value")
show("chain")
note(box, "object")[note("k")] += note(1, "increment")
show("augmented item")
box.n = 1
log.clear()
note(box, "object").n += note(1, "increment")
show("augmented attribute")
(note(box, "first")[note(1)], note(box, "second")[note(2)]) = note((7, 8), "pair")
show("unpacking")
del note(box, "object")[note("gone")]
show("del")
{note("k1"): note("v1"), note("k2"): note("v2")}
show("dict display")
note(print, "callee")(end="" if note(True, "argument") else "x", *note([], "star"), **note({}, "double"))
show("call")
note(1) if note(0, "test") else note(2)
show("conditional")
note(1) < note(2) < note(0) < note(9)
show("comparison")
x = y = []
x.append(1)
print(y is x, y)
i = 0
items = [0, 1, 2]
i, items[i] = 2, "changed"
print(i, items)
