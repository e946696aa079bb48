"""typing at run time: generics, protocols, NamedTuple, TypedDict, get_type_hints, overloads, Annotated, Literal, errors."""
import typing
from typing import *
T, K = TypeVar("T"), TypeVar("K", bound=int)
N = TypeVar("N", int, str)
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")


class Stack(Generic[T]):
    def __init__(self):
        self.items: list[T] = []


class Pair(Stack[K], Generic[K, T]):
    pass


for text in ("Stack[int]", "Pair[bool, str]", "Stack[int]()", "Stack[int].__args__", "Pair.__parameters__", "Pair[int, T][str]", "Stack.__orig_bases__", "Optional[int]", "Union[int, str, int]", "Union[int]", "Union[None, int] == Optional[int]", "List[int]", "Dict[str, List[int]]", "Callable[[int, str], bool]", "Callable[..., int]", "Tuple[int, ...]", "Tuple[()]", "Type[int]", "Literal[1, 'a', True, 1]", "Annotated[int, 'x', 5]", "Annotated[Annotated[int, 1], 2].__metadata__", "ClassVar[int]", "Final[str]", "Any", "NoReturn", "Self", "get_origin(List[int])", "get_args(Callable[[int], str])", "get_origin(int | str)", "get_args(Dict[str, int])", "ForwardRef('X')", "List['X']", "Union[int, 'X']", "T", "K.__bound__", "N.__constraints__", "P.args", "Callable[P, T][[int], str]", "Concatenate[int, P]", "Tuple[Unpack[Ts]]", "tuple[*Ts]", "Generic[T]", "list[T][int]", "dict[T, K][str, bool]", "Required[int]", "NotRequired[int]", "TypeGuard[int]", "Iterable[int]", "Mapping[str, int]", "Awaitable[T]", "Pattern[str]", "Optional", "NewType('Id', int)(5)", "NewType('Id', int)", "cast(int, 'x')", "isinstance([], Iterable)", "isinstance([], List)", "issubclass(list, Sequence)", "TYPE_CHECKING", "reveal_type(5)" if False else "assert_type(5, int)", "is_typeddict(dict)",
             "Stack[int, str]", "Pair[int]", "List[int, str]", "isinstance([], List[int])", "isinstance(1, Stack[int])", "Union[()]", "Optional[int, str]", "Literal[1, 2](3)", "Any()", "Union()", "Generic[int]", "Generic[T, T]", "Generic[()]", "TypeVar('T', int)", "TypeVar('T', bound=int, covariant=True, contravariant=True)", "TypeVar(5)", "Callable[int]", "Callable[int, str]", "ClassVar[1, 2]", "Annotated[int]", "Dict[5, int]", "List[5]", "Type['X']", "ForwardRef('1 +')", "ForwardRef(5)", "Optional[5]", "class_getitem", "Generic()", "T[int]", "Self[int]", "Tuple[...]", "Tuple[..., int]", "cast(int)", "issubclass(int, Union[int, str])", "isinstance(1, Union[int, str])", "isinstance(1, Any)"):
    try:
        print(text, "=", str(eval(text)).replace("__main__.", "").split(" at 0x")[0])
    except Exception as error:
        print(text, "->", type(error).__name__, error)


class Coordinates(NamedTuple):
    x: int
    y: int = 5

    def total(self):
        return self.x + self.y


class Movie(TypedDict, total=False):
    title: Required[str]
    year: int


@runtime_checkable
class Closes(Protocol):
    def close(self): ...


class Door:
    def close(self): pass


def hints(a: "int", b: Optional["str"] = None, *c: Annotated[float, "m"]) -> "list[Door]": pass


print(Coordinates(1), Coordinates(1).total(), Coordinates._fields, Coordinates._field_defaults, Coordinates.__annotations__, Movie(title="x"), Movie.__required_keys__, Movie.__optional_keys__, Movie.__total__, isinstance(Door(), Closes), isinstance(5, Closes), issubclass(Door, Closes))
print(get_type_hints(hints), get_type_hints(hints, include_extras=True)["c"], get_type_hints(Coordinates), typing.get_overloads(hints))
for body in ("class A(NamedTuple):\n _x: int", "class A(NamedTuple):\n x: int = 1\n y: int", "class A(Protocol): pass\nA()", "class A(TypedDict):\n def f(self): pass", "isinstance({}, Movie)", "class A(Closes): pass\nA().close()", "class A(Any): pass\nprint(A())", "def f(x: 'Nope'): pass\nget_type_hints(f)", "class A(Generic[T], Generic[K]): pass", "class A(List[T], Generic[K]): pass", "class A(int, Protocol): pass", "class A(NamedTuple, int): pass", "@final\nclass A: pass\nprint(A.__final__)", "@overload\ndef f(): pass\nf()", "class A(Optional[int]): pass", "class A(TypeVar): pass"):
    try:
        exec(body)
    except Exception as error:
        print(repr(body), "->", type(error).__name__, error)
