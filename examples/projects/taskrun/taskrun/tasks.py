"""The decorator `task` and collections, which give tasks their dotted names."""
import inspect

from taskrun.errors import TaskError


class Task:
    """A function that the command line can call. It can still be called as a function."""

    def __init__(self, function, pre=(), post=(), name=None, aliases=(), help=None, always=False):
        self.function = function
        self.name = (name or function.__name__).replace("_", "-")
        self.pre, self.post = tuple(pre), tuple(post)
        self.aliases = tuple(aliases)
        self.help = dict(help or {})
        self.always = always        # run it each time that it is asked for, not once
        self.__doc__ = function.__doc__
        self.signature = inspect.signature(function)
        if not self.signature.parameters:
            raise TaskError(f"task {self.name!r} needs a parameter for the context")
        unknown = set(self.help) - set(list(self.signature.parameters)[1:])
        if unknown:
            raise TaskError(f"task {self.name!r} has help for {', '.join(sorted(unknown))}, which it does not take")

    def __call__(self, context, *arguments, **options):
        return self.function(context, *arguments, **options)

    def __repr__(self):
        return f"<Task {self.name}>"

    @property
    def parameters(self):
        """The parameters that the command line fills: all but the context."""
        return list(self.signature.parameters.values())[1:]

    @property
    def summary(self):
        return (inspect.getdoc(self) or "").partition("\n")[0]


def task(*arguments, **options):
    """Makes a function a task: `@task`, `@task(pre, ...)` or `@task(pre=[...], name=..., help={...})`."""
    if len(arguments) == 1 and not options and inspect.isfunction(arguments[0]):
        return Task(arguments[0])
    if arguments:
        if "pre" in options:
            raise TypeError("tasks that run before are given either by position or as 'pre'")
        options["pre"] = arguments
    return lambda function: Task(function, **options)


class Collection:
    """Tasks by name, with collections inside: `docs.build` is the task `build` of the collection `docs`."""

    def __init__(self, name="", *members, default=None):
        self.name = name
        self.tasks, self.collections, self.aliases = {}, {}, {}
        self.default = default
        for member in members:
            self.add(member)

    @classmethod
    def from_module(cls, module, name=""):
        """All tasks and collections among a module's names, in the order in which they were made."""
        collection = cls(name, default=getattr(module, "default", None))
        for key, value in vars(module).items():
            if isinstance(value, Task) and key != "default" and value not in collection.tasks.values():
                collection.add(value)
            elif isinstance(value, Collection):
                collection.add(value)
        return collection

    def add(self, member):
        if isinstance(member, Collection):
            if not member.name:
                raise TaskError("a collection inside another needs a name")
            self._claim(member.name, self.collections, member)
            return
        if not isinstance(member, Task):
            raise TaskError(f"{member!r} is neither a task nor a collection")
        self._claim(member.name, self.tasks, member)
        for alias in member.aliases:
            self._claim(alias, self.aliases, member.name)

    def _claim(self, name, table, value):
        if name in self.tasks or name in self.collections or name in self.aliases:
            raise TaskError(f"the name {name!r} is given twice" + (f" in {self.name!r}" if self.name else ""))
        table[name] = value

    def find(self, path):
        """The task of a dotted name, or None."""
        first, _, rest = path.replace("_", "-").partition(".")
        if first in self.collections:
            inner = self.collections[first]
            if rest:
                return inner.find(rest)
            return inner.default and inner.find(inner.default)
        return None if rest else self.tasks.get(self.aliases.get(first, first))

    def walk(self, prefix=""):
        """Pairs (dotted name, task)."""
        for name, found in self.tasks.items():
            yield prefix + name, found
        for name, collection in self.collections.items():
            yield from collection.walk(f"{prefix}{name}.")
