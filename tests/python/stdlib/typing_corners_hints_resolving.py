"""typing at run time: generics, unions, protocols, get_type_hints, TypedDict, NamedTuple, overload, errors
of subscription (hints) (resolving)."""
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
