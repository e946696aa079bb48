"""Each object counts the references to it and dies the moment the count reaches zero."""
import sys


class Traced:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(f"  {self.name} is gone")


def count(thing):
    # The parameter and the argument of getrefcount refer to it too: take them off.
    return sys.getrefcount(thing) - 2


box = object()
print("one name:", count(box))
other = box
print("two names:", count(box))
shelf = [box, box, {"key": box}]
print("and three places:", count(box))
del other
shelf.clear()
print("back to one:", count(box))

print("rebinding frees the old value at once:")
value = Traced("first")
value = Traced("second")
print("del:")
del value

print("the last reference counts, not the first del:")
value = Traced("shared")
keeper = [value]
del value
print("  still in the list")
keeper.pop()                      # the popped value is not kept by anybody


def function():
    local = Traced("local")
    print("  leaving the function")


print("locals die with their frame:")
function()

print("an exception keeps the frame, and the frame its locals:")
try:
    local = Traced("raised")
    raise ValueError(local)
except ValueError as error:
    del local
    print("  handled:", error.args[0].name)
print("  after the except block")
