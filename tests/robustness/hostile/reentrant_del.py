# __del__ that changes the container which is dropping its items.
import collections


class Ending:
    def __init__(self, action):
        self.action = action

    def __del__(self):
        try:
            self.action()
        except Exception as error:
            print("in del", type(error).__name__)


items = []
items.extend(Ending(lambda: items.append(1)) for _ in range(5))
items.clear()
print(len(items))
items[:] = [Ending(lambda: items.clear()) for _ in range(5)]
items[1:3] = []
print(len(items))
items[:] = [Ending(lambda: items.extend(range(100))) for _ in range(5)]
items[0] = 1
del items[1]
items.pop()
print(len(items))
table = {}
table.update((index, Ending(lambda: table.update({100: 1}))) for index in range(5))
table.clear()
print(len(table))
table.update((index, Ending(table.clear)) for index in range(5))
table[0] = 1
print(len(table))
table.update((index, Ending(lambda: table.pop(3, None))) for index in range(5))
table.popitem()
del table[0]
print(len(table))
unique = {Ending(lambda: unique.add(1)) for _ in range(5)}
unique.clear()
print(len(unique))
queue = collections.deque(maxlen=3)
queue.extend(Ending(lambda: queue.append(1)) for _ in range(6))
queue.clear()
print(len(queue))


class Object:
    pass


thing = Object()
thing.attribute = Ending(lambda: setattr(thing, "attribute", 2))
thing.attribute = 1
print(thing.attribute)
thing.attribute = Ending(lambda: thing.__dict__.clear())
del thing.attribute
print(vars(thing))
Object.attribute = Ending(lambda: delattr(Object, "attribute"))
Object.attribute = 1
print(hasattr(Object, "attribute"))
