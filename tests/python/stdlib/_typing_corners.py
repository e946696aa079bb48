"""Generic classes, protocols and records of the programs typing_corners_*.py."""
import collections.abc
import typing
from typing import (Annotated, Any, Callable, ClassVar, Concatenate, Final, ForwardRef, Generic, Literal,
                    NamedTuple, NewType, Optional, ParamSpec, Protocol, Tuple, Type, TypeVar, TypeVarTuple,
                    TypedDict, Union, Unpack, cast, get_args, get_origin, get_type_hints, overload,
                    runtime_checkable)

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
def hints(a: "int", b: "list[Box]" = None, *c: "T", d: Annotated[int, "m"] = 1) -> "Undefined": pass
