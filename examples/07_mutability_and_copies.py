"""What can change in place, what cannot, and what a copy shares with its original."""
import copy

# An immutable object is safe to share: every operation makes a new one.
text = "abc"
try:
    text[0] = "x"
except TypeError as error:
    print(error)
try:
    hash([1])
except TypeError as error:
    print(error)                      # a key whose hash could change would get lost in its dict

# A tuple never changes which objects it holds; those may change themselves.
pair = ([1], "fixed")
pair[0].append(2)
print(pair)
try:
    pair[0] += [3]                    # the list is extended, then storing it into the tuple fails
except TypeError as error:
    print(error, "->", pair)

# Shallow: a new outside with the same inside. Deep: new all the way down.
original = {"name": "x", "tags": ["a"]}
alias = original
shallow = copy.copy(original)
deep = copy.deepcopy(original)
original["tags"].append("b")
original["name"] = "y"
print("alias  ", alias)
print("shallow", shallow)
print("deep   ", deep)
print("immutable values are not copied:", copy.copy(text) is text, copy.deepcopy((1, 2)) is not None)

# deepcopy remembers what it has copied: shared parts stay shared and cycles end.
ring = [1]
ring.append(ring)
ring2 = copy.deepcopy(ring)
print(ring2, ring2[1] is ring2, ring2 is not ring)


# A default value is made once, when `def` runs.
def append_to(item, target=[]):
    target.append(item)
    return target


print(append_to(1), append_to(2), append_to.__defaults__)


def append_fresh(item, target=None):
    target = [] if target is None else target
    target.append(item)
    return target


print(append_fresh(1), append_fresh(2))


class Basket:
    shared = []                       # one list for all baskets

    def __init__(self):
        self.own = []                 # a list of its own


one, two = Basket(), Basket()
one.shared.append("apple")
one.own.append("pear")
print(two.shared, two.own)
