# pydantic 1: models, conversion, validators, nested models, errors, JSON and schemas.
from datetime import datetime
from enum import Enum
from typing import Generic, List, Optional, TypeVar, Union

from pydantic import BaseModel, Field, ValidationError, conint, constr, root_validator, validator
from pydantic.dataclasses import dataclass
from pydantic.generics import GenericModel


class Kind(str, Enum):
    big = "big"
    small = "small"


class Address(BaseModel):
    street: str
    number: conint(gt=0) = 1


class User(BaseModel):
    id: int
    name: constr(min_length=2, max_length=10) = "Jane Doe"
    signup: Optional[datetime] = None
    friends: List[int] = []
    kind: Kind = Kind.small
    address: Optional[Address]
    score: float = Field(0.5, ge=0, le=1, description="between zero and one")
    key: Union[int, str] = 0

    class Config:
        validate_assignment = True

    @validator("name")
    def no_digits(cls, value):
        if any(c.isdigit() for c in value):
            raise ValueError("must not have digits")
        return value.title()

    @root_validator
    def consistent(cls, values):
        if values.get("kind") is Kind.big and not values.get("friends"):
            raise ValueError("big without friends")
        return values


user = User(id="123", name="ann", signup="2017-06-01 12:22", friends=[1, "2", b"3"], address={"street": "Main", "number": "4"})
print(user)
print(user.dict(), user.json(), sep="\n")
print(User.parse_raw(user.json()) == user, user.copy(update={"id": 5}).id, user.__fields_set__ == set(user.dict()) - {"kind", "score", "key"})
for wrong in (
    {"id": "x", "name": "a", "signup": "never", "friends": [1, "two"]},
    {"id": 1, "name": "a1b", "address": {"number": 0}, "score": 2},
    {"id": 1, "kind": "big"},
    {"kind": "medium"},
):
    try:
        User(**wrong)
    except ValidationError as error:
        print(error)
        print(error.errors()[0])
try:
    user.score = 7
except ValidationError as error:
    print(error.json())
print(User.schema_json())

T = TypeVar("T")


class Page(GenericModel, Generic[T]):
    items: List[T]


print(Page[int](items=["1", 2]), Page[Address](items=[{"street": "s"}]))


@dataclass
class Coordinates:
    x: float
    y: float = "2.5"


print(Coordinates("1"))
