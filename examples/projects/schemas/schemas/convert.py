"""Instances to and from dicts and JSON; a schema as JSON Schema."""
import collections.abc
import json
import types
import typing

from schemas.errors import Problem, ValidationError
from schemas.model import fields_of


def to_dict(value):
    """The instance as dicts, lists and plain values, all the way down."""
    if hasattr(value, "__schema__"):
        return {name: to_dict(getattr(value, name)) for name in fields_of(value)}
    if isinstance(value, collections.abc.Mapping):
        return {key: to_dict(item) for key, item in value.items()}
    if isinstance(value, (set, frozenset)):
        return sorted(map(to_dict, value), key=repr)
    if isinstance(value, (list, tuple)):
        return [to_dict(item) for item in value]
    return value


def from_dict(cls, values):
    """An instance; nested dicts become instances where the annotations say so and the schema converts."""
    fields_of(cls)
    if not isinstance(values, collections.abc.Mapping):
        raise ValidationError([Problem(f"expected an object, got {type(values).__name__}")], cls.__name__)
    return cls.__schema__.build(values)


def to_json(instance, indent=None):
    return json.dumps(to_dict(instance), indent=indent, ensure_ascii=False)


def from_json(cls, text):
    try:
        values = json.loads(text)
    except json.JSONDecodeError as error:
        raise ValidationError([Problem(f"no JSON: {error}")], cls.__name__) from error
    return from_dict(cls, values)


NAMES = {int: "integer", float: "number", str: "string", bool: "boolean", type(None): "null"}


def json_schema(cls):
    """The schema as JSON Schema has it, with the schemas that it uses under `$defs`."""
    definitions = {}
    described = describe_class(cls, definitions)
    if f"#/$defs/{cls.__name__}" not in repr(definitions):
        del definitions[cls.__name__]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **described,
            **({"$defs": definitions} if definitions else {})}


def describe_class(cls, definitions):
    definitions[cls.__name__] = {}        # a schema may use itself
    properties = {}
    for name, field in fields_of(cls).items():
        described = describe(field.annotation, definitions)
        for guard in field.guards:
            described |= guard.keywords
        if field.doc:
            described["description"] = field.doc
        if not field.required and field.factory is None:
            described["default"] = to_dict(field.default)
        properties[name] = described
    definitions[cls.__name__] = {"title": cls.__name__, "type": "object", "properties": properties,
                                 "required": [name for name, field in fields_of(cls).items() if field.required],
                                 "additionalProperties": not cls.__schema__.strict}
    return definitions[cls.__name__]


def describe(annotation, definitions):
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if annotation in NAMES:
        return {"type": NAMES[annotation]}
    if hasattr(annotation, "__schema__"):
        if annotation.__name__ not in definitions:
            describe_class(annotation, definitions)
        return {"$ref": f"#/$defs/{annotation.__name__}"}
    if origin in (typing.Union, types.UnionType):
        return {"anyOf": [describe(argument, definitions) for argument in arguments]}
    if origin is typing.Literal:
        return {"enum": list(arguments)}
    if origin is typing.Annotated:
        described = describe(arguments[0], definitions)
        for guard in arguments[1:]:
            described |= getattr(guard, "keywords", {})
        return described
    if origin in (dict, collections.abc.Mapping):
        return {"type": "object", "additionalProperties": describe(arguments[1], definitions)}
    if origin is tuple and arguments[-1] is not ...:
        return {"type": "array", "prefixItems": [describe(argument, definitions) for argument in arguments]}
    if origin in (list, tuple, set, frozenset, collections.abc.Sequence):
        unique = {"uniqueItems": True} if origin in (set, frozenset) else {}
        return {"type": "array", "items": describe(arguments[0], definitions), **unique}
    return {}
