"""typing at run time: generics, unions, protocols, get_type_hints, TypedDict, NamedTuple, overload, errors
of subscription (generics) (subscripts)."""
from _typing_corners import attempt

for text in (
    "typing.List[int, str]", "typing.Dict[int]", "typing.Dict[str, T][int]", "typing.List[T][S][int]",
    "Box[int]", "Box", "Box[int, str]", "Box[T][str]", "Box[int]()", "Pair[str, int]", "Pair[str]",
    "Pair.__parameters__", "Pair.__orig_bases__", "Var[int, str, float]", "Var[int]", "Var[()]",
    "Takes[[int, str], bool]", "Takes[..., bool]", "Takes[int, str]", "Box[int].item", "Box[int].__origin__",
    "Box[int] == Box[int]", "Box[int] is Box[int]",
):
    attempt(text)
