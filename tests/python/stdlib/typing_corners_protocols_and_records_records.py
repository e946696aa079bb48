"""typing at run time: generics, unions, protocols, get_type_hints, TypedDict, NamedTuple, overload, errors
of subscription (protocols and records) (records)."""
from _typing_corners import Closes, attempt

for text in (
    "isinstance(1, NotRuntime)", "Closes()",
    "Closes.__protocol_attrs__" if hasattr(Closes,
                 "__protocol_attrs__") else "1",
    "Movie(title='x')", "Movie.__required_keys__, Movie.__optional_keys__", "isinstance({}, Movie)",
    "Movie.__total__", "Movie(5)", "type(Movie())", "TypedDict('D', {'a b': int})(**{'a b': 1})",
    "TypedDict('D', {'a': int}, total=False).__annotations__", "Point(1)", "Point('any')",
    "Point.__annotations__", "Point._field_defaults", "NamedTuple('N', [('a', int)])(5)",
    "NamedTuple('N', a=int)", "NamedTuple('N', [('_a', int)])", "get_type_hints(Point)",
    "get_type_hints(Box)", "get_type_hints(over)", "get_type_hints(5)",
):
    attempt(text)
