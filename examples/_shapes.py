"""A module with two names to give away."""
print(f"  the body of {__name__} runs")

__all__ = ["area", "Square"]
_hidden = "not in __all__"


def area(width, height):
    return width * height


class Square:
    def __init__(self, side):
        self.side = side

    def show(self):
        return f"a square of {area(self.side, self.side)}"


def __getattr__(name):
    if name.startswith("computed_"):
        return f"value of {name.removeprefix('computed_')}"
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


if __name__ == "__main__":
    print("only when started as a program")
