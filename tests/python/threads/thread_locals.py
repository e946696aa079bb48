# threading.local: each thread has its own attributes, and `__init__` runs again in each.
import gc
import threading
import weakref


def in_thread(function, *args):
    result = []
    thread = threading.Thread(target=lambda: result.append(function(*args)))
    thread.start()
    thread.join()
    return result[0]


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


local = threading.local()
local.x = 1
print(local.x, in_thread(lambda: hasattr(local, "x")), local.__dict__)
print(in_thread(lambda: (setattr(local, "x", 2), local.x, local.__dict__)[1:]), local.x)
print(attempt(setattr, local, "__dict__", {}), attempt(getattr, local, "y"), attempt(delattr, local, "y"))
print(attempt(threading.local, 1), attempt(lambda: threading.local(a=1)))


class Counted(threading.local):
    made = 0
    shared = []

    def __init__(self, start, step=1):
        Counted.made += 1
        self.value, self.step = start, step

    def advance(self):
        self.value += self.step
        return self.value


counted = Counted(10, step=5)
print(counted.advance(), counted.advance(), in_thread(counted.advance), in_thread(counted.advance), Counted.made)
print(sorted(vars(counted).items()), Counted.shared is counted.shared)


class Failing(threading.local):
    def __init__(self, fail_in):
        if threading.current_thread() is not threading.main_thread():
            raise fail_in("in the other thread")


print(in_thread(attempt, getattr, Failing(ValueError), "x"))


class Slotted(threading.local):
    __slots__ = ("slot",)


slotted = Slotted()
slotted.slot = "one for all"
print(in_thread(lambda: slotted.slot))


class Value:
    pass


# Values die with their thread, and with the object.
dead = []


def fill(target):
    value = Value()
    weakref.finalize(value, dead.append, "value")
    target.value = value


in_thread(fill, local)
print(dead)
other = threading.local()
ready, leave = threading.Event(), threading.Event()


def stays():
    fill(other)
    ready.set()
    leave.wait()


thread = threading.Thread(target=stays)
thread.start()
ready.wait()
reference = weakref.ref(other)
del other
stays = None
gc.collect()
print(reference() is None or "alive while the thread refers to it")
leave.set()
thread.join()
gc.collect()
print(len(dead))
cyclic = threading.local()
cyclic.me = cyclic
reference = weakref.ref(cyclic)
del cyclic
gc.collect()
print(reference())


# A cycle through an instance of a subclass; the values of many objects at the ends of threads.
class Derived(threading.local):
    pass


class Slotted(threading.local):
    __slots__ = ("own",)


class Value:
    pass


for kind in (threading.local, Derived, Slotted):
    local, value = kind(), Value()
    reference = weakref.ref(value)
    local.value, local.me, value.local = value, local, local
    if kind is Slotted:
        local.own = local
    in_thread(setattr, local, "of_thread", local)
    gc.collect()
    print(kind.__name__, reference() is value, local.value is value)
    del local, value
    gc.collect()
    print(reference())

many = [Derived() for i in range(3000)]
references = []


def fill_some(start):
    for one in many[start::7]:
        one.value = Value()
    references.append(weakref.ref(many[start].value))


for start in range(7):
    in_thread(fill_some, start)
print([reference() for reference in references], any(hasattr(one, "value") for one in many))
