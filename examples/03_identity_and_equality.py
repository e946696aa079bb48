"""`==` asks whether two objects are worth the same; `is` asks whether there is only one object."""
import sys

one, two = [1, 2], [1, 2]
print("equal:", one == two, "- same object:", one is two)

# Integers from -5 to 256 exist once, made when the interpreter starts. int() avoids the compiler's own sharing.
for text in ("-6", "-5", "0", "256", "257"):
    print(f"{text:>4}", int(text) is int(text))

# Inside one code object equal constants are shared; this happens in the compiler.
first = 1000
second = 1000
print("constants of one code object:", first is second)
print("evaluated apart:", eval("1000") is eval("1000"))

# Strings that look like names are interned: one object for each spelling.
word, made = "some_name", "".join(["some", "_name"])
print("made at run time:", word is made, "- interned:", word is sys.intern(made))
text = "h\u00e4t"
print("one character up to 255:", chr(228) is text[1], "- beyond:", chr(300) is (chr(300) + text)[0])

# The empty tuple and the singletons are unique, so `is` is the way to ask for them.
print(tuple([]) is tuple({}), None is type(None)(), NotImplemented is type(NotImplemented)())


class Money:
    """`==` means what __eq__ says; `is` cannot be redefined."""

    def __init__(self, amount):
        self.amount = amount

    def __eq__(self, other):
        return self.amount == other.amount if isinstance(other, Money) else NotImplemented

    def __hash__(self):
        return hash(self.amount)


five, also_five = Money(5), Money(5)
print(five == also_five, five is also_five, five == 5, len({five, also_five}))

# A nan is not equal to itself, but containers look for identity first.
nan = float("nan")
print(nan == nan, nan in [nan], [nan] == [nan], float("nan") in [nan])

# An id is unique only while the object lives: the second list may take the place of the first.
print(id(five) == id(five), id(five) != id(also_five))
