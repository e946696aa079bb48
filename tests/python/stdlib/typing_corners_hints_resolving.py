"""typing at run time: generics, unions, protocols, get_type_hints, TypedDict, NamedTuple, overload, errors
of subscription (hints) (resolving)."""
from _typing_corners import attempt

for text in (
    "get_type_hints(Movie)", "get_type_hints(File)", "get_origin(list[int]), get_args(list[int])",
    "get_origin(Union[int, str]), get_args(Callable[[int, str], bool])",
    "get_origin(Annotated[int, 1]), get_args(Annotated[int, 1])",
    "get_args(Literal[1, 2]), get_args(int), get_origin(int), get_origin(Generic[T]), get_origin(Generic), get_args(Tuple[()])",
    "ForwardRef('int')", "ForwardRef('a b')", "ForwardRef(5)", "ForwardRef('x') == ForwardRef('x')",
    "typing.get_overloads(over) and len(typing.get_overloads(over))", "typing.assert_never(1)",
    "typing.assert_type(1, int)", "typing.reveal_type", "list[int]", "list[int, str]", "list[T][int]",
    "dict[str, list[T]][int]", "tuple[int, ...]", "tuple[()]", "list[int]()",
):
    attempt(text)
