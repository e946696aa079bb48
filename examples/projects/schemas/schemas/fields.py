"""Fields: data descriptors that let nothing unfit into an instance; and guards, which say more than a type can."""
import copy
import re

from schemas.checks import Mismatch, check_for
from schemas.errors import Problem, ValidationError

MISSING = type("Missing", (), {"__repr__": lambda self: "MISSING"})()


class Guard:
    """A condition with a message; `&` joins two of them in a field's list."""

    def __init__(self, condition, message, **keywords):
        self.condition, self.message = condition, message
        self.keywords = keywords        # what JSON Schema calls it

    def __call__(self, value):
        return self.condition(value)

    def __repr__(self):
        return f"<guard: {self.message}>"


positive = Guard(lambda value: value > 0, "must be positive", exclusiveMinimum=0)


def within(low, high):
    return Guard(lambda value: low <= value <= high, f"must be from {low} to {high}", minimum=low, maximum=high)


def length(least=0, most=None):
    message = f"must have {least} or more elements" if most is None else f"must have {least} to {most} elements"
    keywords = {} if most is None else {"maxLength": most}
    return Guard(lambda value: least <= len(value) and (most is None or len(value) <= most), message,
                 minLength=least, **keywords)


def matches(pattern):
    return Guard(lambda value: re.fullmatch(pattern, value) is not None, f"must match {pattern}",
                 pattern=f"^(?:{pattern})$")


def choice(*allowed):
    return Guard(lambda value: value in allowed, f"must be one of {', '.join(map(repr, allowed))}",
                 enum=list(allowed))


class Field:
    """A descriptor that checks what is assigned. The value lives in the instance's own dict, under its name.

    As it has __set__ it stands before that dict in the lookup, so the dict cannot be reached past it by accident.
    """

    def __init__(self, *guards, default=MISSING, factory=None, convert=False, doc=""):
        if default is not MISSING and factory is not None:
            raise TypeError("a field has a default or a factory, not both")
        self.guards, self.default, self.factory = guards, default, factory
        self.convert, self.doc = convert, doc
        self.name = self.annotation = self.check = None
        self.frozen = False
        self.validators = []

    def __set_name__(self, owner, name):
        self.name = name

    def bind(self, annotation, convert, frozen):
        """Gives the field its type; done by the decorator, which knows the annotations."""
        self.annotation, self.frozen = annotation, frozen
        self.convert = self.convert or convert
        self.check = check_for(annotation, self.convert)

    @property
    def required(self):
        return self.default is MISSING and self.factory is None

    def initial(self):
        """The value without an argument. A mutable default is copied: instances must not share it."""
        return self.factory() if self.factory else copy.copy(self.default)

    def validated(self, value, instance=None):
        """The value, checked and converted; Mismatch if it does not fit."""
        value = self.check(value)
        problems = [Problem(guard.message) for guard in self.guards if not guard(value)]
        if problems:
            raise Mismatch(*problems)
        for function in self.validators:
            try:
                value = function(instance, value)
            except ValueError as error:
                raise Mismatch(Problem(str(error))) from error
        return value

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        try:
            return instance.__dict__[self.name]
        except KeyError:
            raise AttributeError(f"{type(instance).__name__!r} object has no attribute {self.name!r}") from None

    def __set__(self, instance, value):
        if self.frozen:
            raise AttributeError(f"{type(instance).__name__} is frozen: {self.name!r} cannot be assigned")
        try:
            instance.__dict__[self.name] = self.validated(value, instance)
        except Mismatch as mismatch:
            problems = [problem.inside(self.name) for problem in mismatch.problems]
            raise ValidationError(problems, type(instance).__name__) from None

    def __delete__(self, instance):
        raise AttributeError(f"the field {self.name!r} cannot be deleted")


def field(*guards, **options):
    """A Field, for class bodies: `age: int = field(within(0, 150), default=0)`."""
    return Field(*guards, **options)
