"""typing at run time: generics, unions, protocols, get_type_hints, TypedDict, NamedTuple, overload, errors
of subscription."""
import collections.abc
import typing
from typing import (Annotated, Any, Callable, ClassVar, Concatenate, Final, ForwardRef, Generic, Literal,
                    NamedTuple, NewType, Optional, ParamSpec, Protocol,
                    Tuple, Type, TypedDict, TypeVar, TypeVarTuple, Union, Unpack, cast, get_args, get_origin,
                    get_type_hints, overload, runtime_checkable)

T, S, B, P, Ts = TypeVar("T"), TypeVar("S", int, str), TypeVar("B", bound=int,
                                                               covariant=True), ParamSpec("P"), TypeVarTuple("Ts")


def attempt(text):
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


class Box(Generic[T]):
    item: T


class Pair(Box[int], Generic[T, S]): pass
class Var(Generic[T, Unpack[Ts]]): pass
class Takes(Generic[P, T]): pass


@runtime_checkable
class Closes(Protocol):
    name: str
    def close(self) -> None: ...


class NotRuntime(Protocol):
    x: int


class Movie(TypedDict, total=False):
    title: str
    year: typing.Required[int]


class Point(NamedTuple):
    x: int
    y: "str" = "y"


class File:
    name = "n"
    def close(self): pass


UserId = NewType("UserId", int)


@overload
def over(x: int) -> int: ...
@overload
def over(x: str) -> str: ...
def over(x): return x


for text in ("Union[int, str]", "Union[int, int]", "Union[int, Union[str, int]]", "Union[int]", "Union[()]",
             "Union[1, 2]", "Union[int, 'str']", "Optional[int]", "Optional[None]", "Optional[int, str]",
             "Optional[Union[int, None]]", "int | None", "int | str | int", "Union[int, str] == int | str",
             "hash(Union[int, str]) == hash(Union[str, int])", "T | int", "int | 'str'", "None | None",
             "int | 5", "list[int] | None", "isinstance(1, int | str)", "isinstance(1, Union[int, str])",
             "isinstance(1, int | list[int])", "isinstance(1, Optional[int])", "issubclass(bool, int | str)",
             "Literal[1, 'a', None, True]", "Literal[1, 1]", "Literal[1] == Literal[True]", "Literal[[1]]",
             "Literal[Literal[1, 2], 3]", "Callable[[int], str]", "Callable[..., int]", "Callable[int, str]",
             "Callable[[int]]", "Callable[P, T]", "Callable[Concatenate[int, P], T]", "Callable[[T], T][int]",
             "Callable[P, T][[int, str], bool]", "Callable", "Tuple[int, ...]", "Tuple[()]", "Tuple[..., int]",
             "Type[int]", "List", "typing.List[int]", "typing.List[int, str]", "typing.Dict[int]",
             "typing.Dict[str, T][int]", "typing.List[T][S][int]",
             "Box[int]", "Box", "Box[int, str]", "Box[T][str]", "Box[int]()", "Pair[str, int]", "Pair[str]",
             "Pair.__parameters__", "Pair.__orig_bases__", "Var[int, str, float]", "Var[int]", "Var[()]",
             "Takes[[int, str], bool]", "Takes[..., bool]", "Takes[int, str]", "Box[int].item",
             "Box[int].__origin__", "Box[int] == Box[int]", "Box[int] is Box[int]",
             "isinstance(Box(), Box[int])", "issubclass(Pair, Box)", "Box[int].__mro_entries__((Box[int],))",
             "Generic[int]", "Generic[T, T]", "Generic", "Generic()", "Generic[()]",
             "type('X', (Generic,), {})", "Box['Forward']", "Any", "Any()", "Any[int]", "isinstance(1, Any)",
             "type('A', (Any,), {})", "ClassVar[int]", "ClassVar[ClassVar[int]]", "Final[int]", "ClassVar",
             "Annotated[int, 1, 'x']", "Annotated[int]", "Annotated[Annotated[int, 1], 2]",
             "Annotated[int, 1].__metadata__", "Annotated[T, 1][int]", "NewType('N', int)", "UserId(5) + 1",
             "UserId", "UserId | str", "cast(int, 'x')", "T", "B", "S", "P.args", "P.kwargs", "Ts",
             "Unpack[Ts]", "T.__bound__, B.__bound__, S.__constraints__", "TypeVar('X', int)",
             "TypeVar('X', covariant=True, contravariant=True)", "TypeVar('X', int, str, bound=int)",
             "TypeVar(5)", "type('X', (T,), {})",
             "isinstance(File(), Closes)", "isinstance(1, Closes)", "issubclass(File, Closes)",
             "isinstance(1, NotRuntime)", "Closes()", "Closes.__protocol_attrs__" if hasattr(Closes,
                 "__protocol_attrs__") else "1", "Movie(title='x')",
                 "Movie.__required_keys__, Movie.__optional_keys__", "isinstance({}, Movie)", "Movie.__total__",
                 "Movie(5)", "type(Movie())", "TypedDict('D', {'a b': int})(**{'a b': 1})",
                 "TypedDict('D', {'a': int}, total=False).__annotations__", "Point(1)", "Point('any')",
                 "Point.__annotations__", "Point._field_defaults", "NamedTuple('N', [('a', int)])(5)",
                 "NamedTuple('N', a=int)", "NamedTuple('N', [('_a', int)])",
             "get_type_hints(Point)", "get_type_hints(Box)", "get_type_hints(over)", "get_type_hints(5)",
             "get_type_hints(Movie)", "get_type_hints(File)", "get_origin(list[int]), get_args(list[int])",
             "get_origin(Union[int, str]), get_args(Callable[[int, str], bool])",
             "get_origin(Annotated[int, 1]), get_args(Annotated[int, 1])",
             "get_args(Literal[1, 2]), get_args(int), get_origin(int), get_origin(Generic[T]), get_origin(Generic), get_args(Tuple[()])", "ForwardRef('int')", "ForwardRef('a b')", "ForwardRef(5)", "ForwardRef('x') == ForwardRef('x')", "typing.get_overloads(over) and len(typing.get_overloads(over))", "typing.assert_never(1)", "typing.assert_type(1, int)", "typing.reveal_type",
             "list[int]", "list[int, str]", "list[T][int]", "dict[str, list[T]][int]", "tuple[int, ...]",
             "tuple[()]", "list[int]()", "list[int] == typing.List[int]", "list[int].append",
             "list[int].__args__", "type[int]", "isinstance([], list[int])", "issubclass(list, list[int])",
             "collections.abc.Callable[[int], str]", "collections.abc.Callable[[T, int], str][bool]",
             "collections.abc.Callable[int]", "collections.abc.Iterable[int]", "list[*Ts]",
             "tuple[*Ts, int][str, bool]", "int[str]", "str['x']", "typing.NoReturn", "typing.NoReturn[int]",
             "typing.Self", "typing.LiteralString", "typing.Never", "typing.get_type_hints.__module__",
             "typing.NoSuch"):
    attempt(text)
def hints(a: "int", b: "list[Box]" = None, *c: "T", d: Annotated[int, "m"] = 1) -> "Undefined": pass
attempt("get_type_hints(hints)")
attempt("get_type_hints(hints, localns={'Undefined': str})")
attempt("get_type_hints(hints, localns={'Undefined': str}, include_extras=True)")
attempt("over('direct')")
