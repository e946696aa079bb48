"""schemas: classes whose attributes are checked, in the manner of attrs and pydantic.

    fields      the descriptors that guard the attributes
    checks      an annotation turned into a function that checks, or converts, a value
    model       the decorator that makes a schema of an annotated class
    convert     to and from dicts and JSON, and the JSON Schema
    errors      ValidationError, with the place of each problem
"""
from schemas.convert import from_dict, from_json, json_schema, to_dict, to_json
from schemas.errors import Problem, SchemaError, ValidationError
from schemas.fields import Field, choice, field, length, matches, positive, within
from schemas.model import fields_of, replace, schema, validator

__all__ = ["Field", "Problem", "SchemaError", "ValidationError", "choice", "field", "fields_of", "from_dict",
           "from_json", "json_schema", "length", "matches", "positive", "replace", "schema", "to_dict", "to_json",
           "validator", "within"]
