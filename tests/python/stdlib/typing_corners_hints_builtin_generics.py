"""typing at run time: generics, unions, protocols, get_type_hints, TypedDict, NamedTuple, overload, errors
of subscription (hints) (builtin generics)."""
from _typing_corners import attempt

for text in (
    "list[int] == typing.List[int]", "list[int].append", "list[int].__args__", "type[int]",
    "isinstance([], list[int])", "issubclass(list, list[int])", "collections.abc.Callable[[int], str]",
    "collections.abc.Callable[[T, int], str][bool]", "collections.abc.Callable[int]",
    "collections.abc.Iterable[int]", "list[*Ts]", "tuple[*Ts, int][str, bool]", "int[str]", "str['x']",
    "typing.NoReturn", "typing.NoReturn[int]", "typing.Self", "typing.LiteralString", "typing.Never",
    "typing.get_type_hints.__module__", "typing.NoSuch",
):
    attempt(text)
attempt("get_type_hints(hints)")
attempt("get_type_hints(hints, localns={'Undefined': str})")
attempt("get_type_hints(hints, localns={'Undefined': str}, include_extras=True)")
attempt("over('direct')")
