# __del__ that brings objects back, once and again, alone and in cycles.
import gc
import weakref

saved = []


class Phoenix:
    def __init__(self, name):
        self.name = name
        self.me = self

    def __del__(self):
        saved.append(self)


class Alone:
    def __del__(self):
        saved.append(self)


Alone()
print(len(saved), "alone")
saved.clear()
print(len(saved), "comes back once only")
watch = weakref.ref(Phoenix("a"))
gc.collect()
print([each.name for each in saved], watch() is None)
saved.clear()
gc.collect()
print(len(saved))


class Breeding:
    count = 0

    def __del__(self):
        Breeding.count += 1
        if Breeding.count < 1000:
            Breeding()


Breeding()
print(Breeding.count)


class Raising:
    def __del__(self):
        raise ValueError("lost")


import sys
sys.unraisablehook = lambda report: print("unraisable", report.exc_type.__name__)
Raising()
loop = Raising()
loop.it = loop
del loop
gc.collect()


def generator():
    try:
        yield 1
    finally:
        saved.append(sys._getframe())


made = generator()
next(made)
del made
print(len(saved), saved[0].f_code.co_name)


class Meta(type):
    def __del__(cls):
        saved.append(cls)


Temporary = Meta("Temporary", (), {})
del Temporary
gc.collect()
print(saved[-1].__name__, saved[-1]().__class__ is saved[-1])
