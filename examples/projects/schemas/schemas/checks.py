"""An annotation turned into a check: a function from a value to the value, or to what it was converted to.

A check raises Mismatch with all problems that it finds. Checks of containers look at every element, so that one
message tells all. `convert` allows what loses nothing: "7" for an int, a list for a tuple, a dict for a schema.
"""
import collections.abc
import types
import typing

from schemas.errors import Problem, SchemaError, ValidationError


class Mismatch(Exception):
    """The value does not fit."""

    def __init__(self, *problems):
        self.problems = problems


def name_of(annotation):
    return annotation.__name__ if isinstance(annotation, type) and not typing.get_args(annotation) \
        else str(annotation).replace("typing.", "")


def wrong_type(expected, value):
    return Mismatch(Problem(f"expected {expected}, got {type(value).__name__} {value!r:.60}"))


def check_for(annotation, convert=False):
    """The check of an annotation; SchemaError if there is none for it."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if annotation is typing.Any:
        return lambda value: value
    if annotation is None or annotation is type(None):
        return check_none
    if origin is typing.Annotated:
        return check_annotated(check_for(arguments[0], convert), arguments[1:])
    if origin is typing.Literal:
        return check_literal(arguments)
    if origin in (typing.Union, types.UnionType):
        return check_union(annotation, [check_for(argument, convert) for argument in arguments])
    if origin in (list, set, frozenset, collections.abc.Sequence):
        return check_collection(list if origin is collections.abc.Sequence else origin,
                                check_for(arguments[0], convert), convert)
    if origin is tuple:
        return check_tuple(arguments, convert)
    if origin in (dict, collections.abc.Mapping):
        return check_mapping(check_for(arguments[0], convert), check_for(arguments[1], convert))
    if hasattr(annotation, "__schema__"):
        return check_schema(annotation, convert)
    if isinstance(annotation, type) and origin is None:
        return check_type(annotation, convert)
    raise SchemaError(f"no check is known for the annotation {annotation!r}")


def check_none(value):
    if value is not None:
        raise wrong_type("None", value)
    return value


TRUE_WORDS, FALSE_WORDS = {"true", "yes", "on", "1"}, {"false", "no", "off", "0"}


def converted(kind, value):
    """The value as `kind` if that loses nothing; ValueError or TypeError if not."""
    if kind is float and type(value) is int:
        return float(value)
    if not isinstance(value, str):
        raise TypeError
    if kind is bool and value.lower() in TRUE_WORDS | FALSE_WORDS:
        return value.lower() in TRUE_WORDS
    if kind in (int, float):
        return kind(value)
    raise TypeError


def check_type(kind, convert):
    def check(value):
        # A bool is an int for isinstance, but hardly ever meant as a number.
        if isinstance(value, kind) and not (kind in (int, float) and isinstance(value, bool)):
            return value
        if convert:
            try:
                return converted(kind, value)
            except (TypeError, ValueError):
                pass
        raise wrong_type(kind.__name__, value)
    return check


def check_annotated(check, guards):
    def check_guards(value):
        value = check(value)
        problems = [Problem(guard.message) for guard in guards if hasattr(guard, "message") and not guard(value)]
        if problems:
            raise Mismatch(*problems)
        return value
    return check_guards


def check_literal(choices):
    def check(value):
        for allowed in choices:
            if value == allowed and type(value) is type(allowed):
                return allowed
        raise wrong_type("one of " + ", ".join(map(repr, choices)), value)
    return check


def check_union(annotation, checks):
    def check(value):
        problems = []
        for one in checks:
            try:
                return one(value)
            except Mismatch as mismatch:
                problems += (problem for problem in mismatch.problems if problem.place)
        # Problems deep inside a member say more than that no member fits.
        raise Mismatch(*problems) if problems else wrong_type(name_of(annotation), value)
    return check


def each(pairs, check):
    """The checked values; the problems of all of them are collected."""
    values, problems = [], []
    for step, value in pairs:
        try:
            values.append(check(value))
        except Mismatch as mismatch:
            problems += (problem.inside(step) for problem in mismatch.problems)
    if problems:
        raise Mismatch(*problems)
    return values


def check_collection(kind, check_one, convert):
    allowed = (list, tuple, set, frozenset) if convert else kind

    def check(value):
        if not isinstance(value, allowed):
            raise wrong_type(kind.__name__, value)
        return kind(each(enumerate(value), check_one))
    return check


def check_tuple(arguments, convert):
    if len(arguments) == 2 and arguments[1] is ...:
        return check_collection(tuple, check_for(arguments[0], convert), convert)
    checks = [check_for(argument, convert) for argument in arguments]

    def check(value):
        if not isinstance(value, (tuple, list) if convert else tuple):
            raise wrong_type("tuple", value)
        if len(value) != len(checks):
            raise Mismatch(Problem(f"expected {len(checks)} values, got {len(value)}"))
        pairs = iter(checks)
        return tuple(each(enumerate(value), lambda one: next(pairs)(one)))
    return check


def check_mapping(check_key, check_value):
    def check(value):
        if not isinstance(value, collections.abc.Mapping):
            raise wrong_type("dict", value)
        keys = each(((key, key) for key in value), check_key)
        return dict(zip(keys, each(value.items(), check_value)))
    return check


def check_schema(cls, convert):
    def check(value):
        if isinstance(value, cls):
            return value
        if convert and isinstance(value, collections.abc.Mapping):
            try:
                return cls.__schema__.build(value)
            except ValidationError as error:
                raise Mismatch(*error.problems) from None
        raise wrong_type(cls.__name__, value)
    return check
