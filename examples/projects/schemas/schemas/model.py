"""The decorator `schema`: from the annotations of a class come fields, __init__, __repr__, __eq__ and __hash__."""
import inspect
import typing

from schemas.checks import Mismatch
from schemas.errors import Problem, SchemaError, ValidationError
from schemas.fields import MISSING, Field


def validator(*names):
    """Marks a method `(self, value) -> value` as a further check of these fields."""
    def mark(function):
        function.validates = names
        return function
    return mark


class Schema:
    """What a class knows of itself: `cls.__schema__`."""

    def __init__(self, cls, fields, strict):
        self.cls, self.fields, self.strict = cls, fields, strict

    def values(self, given, instance):
        """(checked values, problems) of a mapping from names to values."""
        values, problems = {}, []
        for name, field in self.fields.items():
            if name not in given and field.required:
                problems.append(Problem("is missing", (name,)))
                continue
            value = given[name] if name in given else field.initial()
            try:
                values[name] = field.validated(value, instance)
            except Mismatch as mismatch:
                problems += (problem.inside(name) for problem in mismatch.problems)
        problems += (Problem("is not a field", (name,)) for name in given if name not in self.fields and self.strict)
        return values, problems

    def fill(self, instance, given):
        values, problems = self.values(given, instance)
        if problems:
            raise ValidationError(problems, self.cls.__name__)
        instance.__dict__.update(values)
        # Conditions between fields, when each of them is right by itself.
        if check := getattr(instance, "check", None):
            try:
                check()
            except ValueError as error:
                raise ValidationError([Problem(str(error))], self.cls.__name__) from error

    def build(self, given):
        """An instance from a mapping, which may hold keys that are no names."""
        instance = self.cls.__new__(self.cls)
        self.fill(instance, given)
        return instance


def schema(cls=None, /, *, convert=False, frozen=False, strict=True):
    """Makes a class a schema. `convert`: accept "7" for an int; `frozen`: no assignment, but a hash;
    `strict`: what is no field is an error."""
    if cls is None:
        return lambda cls: schema(cls, convert=convert, frozen=frozen, strict=strict)
    fields = {}
    for base in reversed(cls.__mro__[1:]):
        if "__schema__" in base.__dict__:
            fields |= base.__schema__.fields
    for name, annotation in own_annotations(cls).items():
        if typing.get_origin(annotation) is typing.ClassVar or annotation is typing.ClassVar:
            continue
        fields[name] = make_field(cls, name, annotation, convert, frozen)
    attach_validators(cls, fields)
    cls.__schema__ = Schema(cls, fields, strict)
    add_methods(cls, fields, frozen)
    return cls


def own_annotations(cls):
    """The annotations of the class body, with those that are text evaluated; the class may name itself."""
    own = cls.__dict__.get("__annotations__", {})
    try:
        hints = typing.get_type_hints(cls, localns={cls.__name__: cls}, include_extras=True)
    except NameError as error:
        raise SchemaError(f"{cls.__name__}: {error}") from error
    return {name: hints[name] for name in own}


def make_field(cls, name, annotation, convert, frozen):
    value = cls.__dict__.get(name, MISSING)
    field = value if isinstance(value, Field) else Field(default=value)
    field.__set_name__(cls, name)
    # A class that names itself in an annotation must be known as a schema before it is one.
    if not hasattr(cls, "__schema__"):
        cls.__schema__ = None
    try:
        field.bind(annotation, convert, frozen)
    except SchemaError as error:
        raise SchemaError(f"{cls.__name__}.{name}: {error}") from None
    setattr(cls, name, field)
    return field


def attach_validators(cls, fields):
    for function in list(cls.__dict__.values()):
        for name in getattr(function, "validates", ()):
            if name not in fields:
                raise SchemaError(f"{cls.__name__}.{function.__name__} checks {name!r}, which is not a field")
            fields[name].validators.append(function)


def signature_of(fields):
    """As people expect it: what has no default comes first, by position or by name; the rest too."""
    order = sorted(fields.values(), key=lambda field: not field.required)
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    return inspect.Signature([
        inspect.Parameter(field.name, kind, annotation=field.annotation,
                          default=inspect.Parameter.empty if field.required else
                          field.default if field.factory is None else ...)
        for field in order])


def add_methods(cls, fields, frozen):
    signature = signature_of(fields)
    order = list(signature.parameters)

    def __init__(self, *arguments, **options):
        if len(arguments) > len(order):
            raise TypeError(f"{cls.__name__} takes {len(order)} values, {len(arguments)} were given")
        given = dict(zip(order, arguments))
        if twice := given.keys() & options.keys():
            raise TypeError(f"{cls.__name__} got {sorted(twice)[0]!r} twice")
        type(self).__schema__.fill(self, given | options)

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in fields)})"

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((type(self), *(getattr(self, name) for name in fields)))

    __init__.__signature__ = inspect.Signature(
        [inspect.Parameter("self", inspect.Parameter.POSITIONAL_ONLY), *signature.parameters.values()])
    for function in (__init__, __repr__, __eq__):
        if function.__name__ not in cls.__dict__:
            function.__qualname__ = f"{cls.__qualname__}.{function.__name__}"
            setattr(cls, function.__name__, function)
    cls.__hash__ = __hash__ if frozen else None
    cls.__match_args__ = tuple(order)


def fields_of(thing):
    """The fields of a schema or of an instance, by name."""
    try:
        return thing.__schema__.fields
    except AttributeError:
        raise SchemaError(f"{thing!r} is not a schema") from None


def replace(instance, **changes):
    """A copy with some fields changed, all of them checked again."""
    return type(instance).__schema__.build({**{name: getattr(instance, name) for name in fields_of(instance)},
                                            **changes})
