"""A method is a function found on the class. Looking it up through an instance binds the two together."""


class Counter:
    made = 0

    def __init__(self, start=0):
        self.value = start
        Counter.made += 1

    def step(self, by=1):
        self.value += by
        return self.value

    @classmethod
    def of(cls, text):
        return cls(int(text))

    @staticmethod
    def valid(text):
        return text.isdigit()


counter = Counter(10)

# Through the class it is the plain function; through the instance a bound method.
print(type(Counter.step).__name__, type(counter.step).__name__)
bound = counter.step
print(bound.__self__ is counter, bound.__func__ is Counter.step, bound.__name__)

# obj.method(x) means Class.method(obj, x).
print(counter.step(5), Counter.step(counter, 5), bound(5))

# A bound method is made anew by each lookup: equal, not identical.
print(counter.step == counter.step, counter.step is counter.step)

# Binding is what a function's __get__ does; it can be called by hand, for any object.
print(Counter.step.__get__(counter, Counter)(100))

# A function stored in the instance is not bound: only what is found on the class is.
counter.plain = lambda *args: args
Counter.via_class = lambda *args: len(args)
print(counter.plain(), counter.via_class())

# classmethod binds the class; staticmethod binds nothing.
print(Counter.of("7").value, counter.of("8").value, Counter.of.__self__)
print(Counter.valid("12"), counter.valid("x"), type(counter.valid).__name__)
print(type(Counter.__dict__["of"]).__name__, type(Counter.__dict__["valid"]).__name__)


class Loud(Counter):
    def step(self, by=1):
        return f"now {super().step(by)}!"


print(Loud(1).step(), Loud.of("41").step(), Counter.made)

# Methods of built-in types work the same way, in C.
print(type([].append).__name__, type(list.append).__name__, str.upper("abc"), "abc".upper.__self__)
for call in (lambda: Counter.step(), lambda: counter.step(1, 2), lambda: list.append(3, 4)):
    try:
        call()
    except TypeError as error:
        print(error)
