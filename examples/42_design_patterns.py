"""Patterns in a language with first-class functions and classes: most become a few lines, some vanish."""
from collections import defaultdict
from typing import Protocol


# Strategy: a parameter that is a function.
def checkout(prices, discount=lambda total: total):
    return discount(sum(prices))


print(checkout([10, 20]), checkout([10, 20], lambda total: total * 0.9))


# Dependency injection: what a class needs comes in from outside, so a test can give it something else.
class Sender(Protocol):
    def send(self, to, text): ...


class Console:
    def send(self, to, text):
        print(f"to {to}: {text}")


class Recorder:
    def __init__(self):
        self.sent = []

    def send(self, to, text):
        self.sent.append((to, text))


class Shop:
    def __init__(self, sender: Sender):
        self.sender = sender                 # depends on what it can do, not on which class it is

    def order(self, who, what):
        self.sender.send(who, f"thank you for ordering {what}")


Shop(Console()).order("Ada", "tea")
recorder = Recorder()
Shop(recorder).order("Alan", "cake")
print(recorder.sent)


# Observer: who wants to know leaves a function.
class Events:
    def __init__(self):
        self.listeners = defaultdict(list)

    def on(self, name):
        def register(function):
            self.listeners[name].append(function)
            return function
        return register

    def emit(self, name, *arguments):
        return [listener(*arguments) for listener in self.listeners[name]]


events = Events()


@events.on("paid")
def receipt(amount):
    return f"receipt over {amount}"


@events.on("paid")
def points(amount):
    return amount // 10


print(events.emit("paid", 45), events.emit("unheard"))


# Registry with __init_subclass__: the open/closed principle. A new format touches no old code.
class Format:
    known = {}

    def __init_subclass__(cls, *, extension, **more):
        super().__init_subclass__(**more)
        Format.known[extension] = cls

    @classmethod
    def for_file(cls, name):
        extension = name.rpartition(".")[2]
        try:
            return cls.known[extension]()
        except KeyError:
            raise ValueError(f"no format for {extension!r}") from None


class Csv(Format, extension="csv"):
    def read(self, text):
        return text.split(",")


class Lines(Format, extension="txt"):
    def read(self, text):
        return text.split("\n")


print(Format.for_file("a.csv").read("1,2"), Format.for_file("b.txt").read("x\ny"), sorted(Format.known))
try:
    Format.for_file("c.pdf")
except ValueError as error:
    print(error)


# Command with undo: functions in pairs on a stack.
class Editor:
    def __init__(self):
        self.text, self.undo_stack = "", []

    def do(self, change, undo):
        change()
        self.undo_stack.append(undo)

    def type(self, more):
        before = self.text
        self.do(lambda: setattr(self, "text", self.text + more), lambda: setattr(self, "text", before))

    def undo(self):
        if self.undo_stack:
            self.undo_stack.pop()()


editor = Editor()
editor.type("hello")
editor.type(" world")
editor.undo()
print(editor.text)

# Adapter: __getattr__ hands on what it does not change.
class Upper:
    def __init__(self, inner):
        self.inner = inner

    def send(self, to, text):
        self.inner.send(to, text.upper())

    def __getattr__(self, name):
        return getattr(self.inner, name)


loud = Upper(Recorder())
Shop(loud).order("Grace", "milk")
print(loud.sent)
