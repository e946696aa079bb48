"""typing at run time: generics, unions, protocols, get_type_hints, TypedDict, NamedTuple, overload, errors
of subscription (protocols and records) (variables)."""
from _typing_corners import attempt

for text in (
    "Annotated[int, 1].__metadata__", "Annotated[T, 1][int]", "NewType('N', int)", "UserId(5) + 1", "UserId",
    "UserId | str", "cast(int, 'x')", "T", "B", "S", "P.args", "P.kwargs", "Ts", "Unpack[Ts]",
    "T.__bound__, B.__bound__, S.__constraints__", "TypeVar('X', int)",
    "TypeVar('X', covariant=True, contravariant=True)", "TypeVar('X', int, str, bound=int)", "TypeVar(5)",
    "type('X', (T,), {})", "isinstance(File(), Closes)", "isinstance(1, Closes)", "issubclass(File, Closes)",
):
    attempt(text)
