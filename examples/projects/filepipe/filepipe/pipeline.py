"""Stages joined by |. A stage is a function from an iterator to an iterator; joining them runs nothing.

    files(".") | named("*.py") | lines | matching("import") | head(3)

Items travel one at a time from the source to the consumer, so a pipeline over a million files needs the memory of
one, and stops early when the consumer has enough.
"""
import functools
import inspect


class Pipeline:
    """An iterable made of a source and stages. A source that can be iterated again makes such a pipeline."""

    def __init__(self, source, *stages):
        self.source, self.stages = source, stages

    def __or__(self, other):
        if isinstance(other, Pipeline) or not callable(other):
            return NotImplemented
        return Pipeline(self.source, *self.stages, other)

    def __iter__(self):
        source = self.source() if callable(self.source) else self.source
        items = iter(source)
        for function in self.stages:
            items = iter(function(items))
        return items

    def __repr__(self):
        names = [getattr(part, "__name__", None) or type(part).__name__ for part in (self.source, *self.stages)]
        return "<Pipeline " + " | ".join(names) + ">"


def stage(function):
    """Lets a generator function `(items, *arguments)` be written without its items: `head(3)` is a stage.

    With no parameters besides the items the function is a stage as it is.
    """
    if len(inspect.signature(function).parameters) == 1:
        return function

    @functools.wraps(function)
    def make(*arguments, **options):
        inspect.signature(function).bind(None, *arguments, **options)      # an error now, not when it runs
        part = functools.partial(apply, function, arguments, options)
        shown = [repr(argument) for argument in arguments] + [f"{key}={value!r}" for key, value in options.items()]
        part.__name__ = f"{function.__name__}({', '.join(shown)})"
        return part
    return make


def apply(function, arguments, options, items):
    return function(items, *arguments, **options)
