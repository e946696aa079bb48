"""What is wrong with a value, and where; and what is wrong with a schema."""
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong. `place`: the way to it, through attributes, keys and indices."""
    message: str
    place: tuple = ()

    def inside(self, step):
        return Problem(self.message, (step, *self.place))

    def __str__(self):
        where = ""
        for step in self.place:
            where += f"[{step!r}]" if not isinstance(step, str) else f".{step}" if where else step
        return f"{where}: {self.message}" if where else self.message


class ValidationError(ValueError):
    """Values that do not fit their schema, with all the problems there are."""

    def __init__(self, problems, name="value"):
        self.problems, self.name = list(problems), name
        count = len(self.problems)
        heading = f"{name}: {count} problem{'s' * (count != 1)}"
        super().__init__("\n  ".join([heading, *map(str, self.problems)]))


class SchemaError(TypeError):
    """The class cannot be a schema."""
