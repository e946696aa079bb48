"""A weak reference looks at an object without keeping it alive."""
import weakref


class Image:
    def __init__(self, name):
        self.name = name

    def show(self):
        return f"showing {self.name}"


picture = Image("sunset")
look = weakref.ref(picture, lambda reference: print("  callback: the target has died"))
print(look().name, look() is picture, weakref.getweakrefcount(picture))
print("one shared reference object without callback:", weakref.ref(picture) is weakref.ref(picture))

stand_in = weakref.proxy(picture)          # behaves like the target itself
print(stand_in.show(), type(stand_in).__name__)

del picture
print("after del:", look())
try:
    stand_in.show()
except ReferenceError as error:
    print("proxy:", error)

# A cache that forgets what nobody else uses.
cache = weakref.WeakValueDictionary()


def load(name):
    if name not in cache:
        print("  loading", name)
        image = cache[name] = Image(name)
        return image
    return cache[name]


first = load("tree")
second = load("tree")
print(first is second, list(cache))
del first, second
print("forgotten:", list(cache))

# A bound method is made anew for every access, so a plain weak reference to it dies at once.
image = Image("lake")
print(weakref.ref(image.show)() is None, weakref.WeakMethod(image.show)()())

# finalize() runs a function when its target dies, and can be asked about it.
finalizer = weakref.finalize(image, print, "  finalize: lake")
print(finalizer.alive)
del image
print(finalizer.alive)

# Objects must have room for the list of their references.
for target in (1, "text", [1], {1}):
    try:
        weakref.ref(target)
        print(type(target).__name__, "can be referred to weakly")
    except TypeError as error:
        print(error)
