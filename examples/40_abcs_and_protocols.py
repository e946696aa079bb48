"""Interfaces: ABCs ask what a class says of itself, protocols what it can do, and typing keeps what was written."""
import abc
import collections.abc
from typing import (Any, Generic, Literal, NamedTuple, Optional, Protocol, TypedDict, TypeVar, Union, get_args,
                    get_origin, get_overloads, get_type_hints, overload, runtime_checkable)


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self):
        """How large it is."""

    @property
    @abc.abstractmethod
    def name(self):
        ...

    def describe(self):                      # an ABC may do part of the work
        return f"{self.name} of {self.area()}"


class Square(Shape):
    name = "square"

    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side ** 2


class Unfinished(Shape):
    name = "nothing"


print(Square(3).describe(), sorted(Shape.__abstractmethods__))
for cls in (Shape, Unfinished):
    try:
        cls()
    except TypeError as error:
        print(error)


# Registered classes count as subclasses without inheriting anything.
@Shape.register
class Circle:
    pass


print(isinstance(Circle(), Shape), Shape in Circle.__mro__)


class Sized:
    """__subclasshook__ of collections.abc looks for the method itself."""

    def __len__(self):
        return 3


print(isinstance(Sized(), collections.abc.Sized), isinstance(Sized(), collections.abc.Iterable))


class Deck(collections.abc.Sequence):
    """Two methods given, the rest of the interface inherited."""

    def __init__(self, *cards):
        self.cards = cards

    def __len__(self):
        return len(self.cards)

    def __getitem__(self, index):
        return self.cards[index]


deck = Deck("A", "K", "Q")
print(list(reversed(deck)), deck.index("K"), "Q" in deck, deck.count("A"))


@runtime_checkable
class Closable(Protocol):
    def close(self) -> None: ...


class Door:
    def close(self):
        print("closed")


print(isinstance(Door(), Closable), isinstance(deck, Closable), Closable in Door.__mro__)

# Annotations are kept, never enforced; get_type_hints resolves them.
T = TypeVar("T")
N = TypeVar("N", int, float)


class Box(Generic[T]):
    content: "Optional[T]" = None


print(Box[int], Box[int]().content, get_args(Box[int]), get_origin(dict[str, list[int]]), Box.__parameters__)
print(get_type_hints(Box), Union[int, str, int], int | None, Optional[int] == Union[int, None])
print(N.__constraints__, Literal["r", "w"].__args__, Any)


@overload
def double(x: int) -> int: ...
@overload
def double(x: str) -> str: ...
def double(x):
    return x * 2


print([sorted(o.__annotations__) for o in get_overloads(double)], double(4), double("ab"))


class Point(NamedTuple):
    x: int
    y: int = 0


class Options(TypedDict, total=False):
    depth: int


print(Point(1), Point(1)._replace(y=5), Point._fields, Point.__annotations__)
print(Options(depth=2), type(Options()), Options.__optional_keys__)
