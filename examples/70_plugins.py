"""Plug-ins by decorator: functions announce themselves, and the program never names them."""
import inspect
import shlex


class Commands:
    """A registry whose decorator takes options, checks what it is given and knows its plug-ins' help."""

    def __init__(self):
        self.known = {}

    def command(self, *aliases, hidden=False):
        def register(function):
            for name in (function.__name__, *aliases):
                if name in self.known:
                    raise ValueError(f"{name!r} is taken by {self.known[name].__name__}")
                self.known[name] = function
            function.hidden = hidden
            function.aliases = aliases
            return function                      # as it was: it can still be called directly
        return register

    def run(self, line):
        name, *words = shlex.split(line)
        function = self.known.get(name)
        if function is None:
            near = [known for known in self.known if known.startswith(name[:1])]
            return f"unknown command {name!r}" + (f", did you mean {', '.join(sorted(near))}?" if near else "")
        try:
            bound = inspect.signature(function).bind(*words)
        except TypeError as error:
            return f"{name}: {error}"
        hints = function.__annotations__
        try:
            for key, value in bound.arguments.items():
                bound.arguments[key] = convert(hints.get(key), value)
            return function(*bound.args, **bound.kwargs)
        except ValueError as error:
            return f"{name}: {error}"

    def help(self):
        for name, function in sorted(self.known.items()):
            if name == function.__name__ and not function.hidden:
                signature = " ".join(inspect.signature(function).parameters)
                print(f"  {name:7} {signature:11} {inspect.getdoc(function)}")


def convert(kind, value):
    if isinstance(value, tuple):
        return tuple(convert(kind, item) for item in value)
    return kind(value) if isinstance(kind, type) else value


commands = Commands()


@commands.command("plus")
def add(*numbers: float):
    """the sum of the numbers"""
    return sum(numbers)


@commands.command("twice")
def repeat(text, times: int = 2):
    """the text so many times"""
    return text * times


@commands.command(hidden=True)
def secret():
    return 42


commands.help()
for line in ("add 1 2.5", "plus 1", "twice ab", "repeat 'a b' 3", "repeat x y", "repeat", "secret", "ad 1", "zap"):
    print(f"{line:16} -> {commands.run(line)!r}")
print(add(1, 2), commands.known["plus"] is add)
try:
    @commands.command("add")
    def subtract(a, b):
        return a - b
except ValueError as error:
    print(error)


# Classes can be plug-ins, too; here the order is part of what they announce.
stages = []


def stage(order):
    def register(cls):
        stages.append((order, cls))
        stages.sort(key=lambda entry: entry[0])
        return cls
    return register


@stage(2)
class Upper:
    def apply(self, text):
        return text.upper()


@stage(1)
class Strip:
    def apply(self, text):
        return text.strip("! ")


@stage(3)
class Exclaim:
    def apply(self, text):
        return text + "!"


text = "  hello! "
for _, cls in stages:
    text = cls().apply(text)
print(repr(text), [cls.__name__ for _, cls in stages])
