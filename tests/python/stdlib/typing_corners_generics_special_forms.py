"""typing at run time: generics, unions, protocols, get_type_hints, TypedDict, NamedTuple, overload, errors
of subscription (generics) (special forms)."""
from _typing_corners import attempt

for text in (
    "isinstance(Box(), Box[int])", "issubclass(Pair, Box)", "Box[int].__mro_entries__((Box[int],))",
    "Generic[int]", "Generic[T, T]", "Generic", "Generic()", "Generic[()]", "type('X', (Generic,), {})",
    "Box['Forward']", "Any", "Any()", "Any[int]", "isinstance(1, Any)", "type('A', (Any,), {})",
    "ClassVar[int]", "ClassVar[ClassVar[int]]", "Final[int]", "ClassVar", "Annotated[int, 1, 'x']",
    "Annotated[int]", "Annotated[Annotated[int, 1], 2]",
):
    attempt(text)
