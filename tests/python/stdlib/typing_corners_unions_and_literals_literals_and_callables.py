"""typing at run time: generics, unions, protocols, get_type_hints, TypedDict, NamedTuple, overload, errors
of subscription (unions and literals) (literals and callables)."""
from _typing_corners import attempt

for text in (
    "isinstance(1, Optional[int])", "issubclass(bool, int | str)", "Literal[1, 'a', None, True]",
    "Literal[1, 1]", "Literal[1] == Literal[True]", "Literal[[1]]", "Literal[Literal[1, 2], 3]",
    "Callable[[int], str]", "Callable[..., int]", "Callable[int, str]", "Callable[[int]]", "Callable[P, T]",
    "Callable[Concatenate[int, P], T]", "Callable[[T], T][int]", "Callable[P, T][[int, str], bool]",
    "Callable", "Tuple[int, ...]", "Tuple[()]", "Tuple[..., int]", "Type[int]", "List", "typing.List[int]",
):
    attempt(text)
