"""typing at run time: generics, unions, protocols, get_type_hints, TypedDict, NamedTuple, overload, errors
of subscription (unions and literals) (unions)."""
from _typing_corners import attempt

for text in (
    "Union[int, str]", "Union[int, int]", "Union[int, Union[str, int]]", "Union[int]", "Union[()]",
    "Union[1, 2]", "Union[int, 'str']", "Optional[int]", "Optional[None]", "Optional[int, str]",
    "Optional[Union[int, None]]", "int | None", "int | str | int", "Union[int, str] == int | str",
    "hash(Union[int, str]) == hash(Union[str, int])", "T | int", "int | 'str'", "None | None", "int | 5",
    "list[int] | None", "isinstance(1, int | str)", "isinstance(1, Union[int, str])",
    "isinstance(1, int | list[int])",
):
    attempt(text)
