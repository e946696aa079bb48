"""typing at run time: generics, unions, protocols, get_type_hints, TypedDict, NamedTuple, overload, errors
of subscription (hints) (builtin generics)."""
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


for text in (
    "list[int] == typing.List[int]", "list[int].append", "list[int].__args__", "type[int]",
    "isinstance([], list[int])", "issubclass(list, list[int])", "collections.abc.Callable[[int], str]",
    "collections.abc.Callable[[T, int], str][bool]", "collections.abc.Callable[int]",
    "collections.abc.Iterable[int]", "list[*Ts]", "tuple[*Ts, int][str, bool]", "int[str]", "str['x']",
    "typing.NoReturn", "typing.NoReturn[int]", "typing.Self", "typing.LiteralString", "typing.Never",
    "typing.get_type_hints.__module__", "typing.NoSuch",
):
    attempt(text)
def hints(a: "int", b: "list[Box]" = None, *c: "T", d: Annotated[int, "m"] = 1) -> "Undefined": pass
attempt("get_type_hints(hints)")
attempt("get_type_hints(hints, localns={'Undefined': str})")
attempt("get_type_hints(hints, localns={'Undefined': str}, include_extras=True)")
attempt("over('direct')")
