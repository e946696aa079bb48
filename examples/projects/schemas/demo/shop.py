"""The schemas of a shop."""
from typing import Literal, Optional

from schemas import field, length, matches, positive, schema, validator


@schema(convert=True, frozen=True)
class Item:
    name: str = field(length(1, 30), doc="as on the label")
    price: float = field(positive)
    count: int = field(positive, default=1)


@schema(convert=True)
class Address:
    street: str
    code: str = field(matches(r"\d{5}"))


@schema(convert=True)
class Order:
    number: int
    items: list[Item]
    address: Address
    tags: set[str] = field(factory=set)
    speed: Literal["slow", "fast"] = "slow"
    note: Optional[str] = None

    @validator("items")
    def not_empty(self, items):
        if not items:
            raise ValueError("an order needs an item")
        return items

    def check(self):
        if self.speed == "fast" and len(self.items) > 3:
            raise ValueError("at most three items go fast")

    @property
    def total(self):
        return sum(item.price * item.count for item in self.items)
