"""typing at run time: generics, unions, protocols, get_type_hints, TypedDict, NamedTuple, overload, errors
of subscription (protocols and records) (records)."""
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
    "isinstance(1, NotRuntime)", "Closes()",
    "Closes.__protocol_attrs__" if hasattr(Closes,
                 "__protocol_attrs__") else "1",
    "Movie(title='x')", "Movie.__required_keys__, Movie.__optional_keys__", "isinstance({}, Movie)",
    "Movie.__total__", "Movie(5)", "type(Movie())", "TypedDict('D', {'a b': int})(**{'a b': 1})",
    "TypedDict('D', {'a': int}, total=False).__annotations__", "Point(1)", "Point('any')",
    "Point.__annotations__", "Point._field_defaults", "NamedTuple('N', [('a', int)])(5)",
    "NamedTuple('N', a=int)", "NamedTuple('N', [('_a', int)])", "get_type_hints(Point)",
    "get_type_hints(Box)", "get_type_hints(over)", "get_type_hints(5)",
):
    attempt(text)
