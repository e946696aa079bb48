"""Carets under the part of the line that failed, for each kind of expression."""
import traceback


class Thing:
    value = None


def attribute(): return Thing().value.missing.more
def subscript(): return {"a": [1, 2]}["a"][5] + 1
def operator(): return 1 + (2 * "x") + (3 + "y") * 4
def call(): return max(1, 2)(3, key=4)
def nested(): return len(abs(int("zz")))
def unpack(): a, (b, c) = 1, (2, 3, 4)
def compare(): return 1 < 2 < "three" < 4
def several_lines():
    return (1 +
            2 /
            0)
def wide(): return "äöü→" + {"é": 1}["è"]
def unary(): return -[] + 1
def slices(): return (1, 2, 3)[1:2:0]
def method(): return "text".join([1, 2])
def whole_line(): raise ValueError("whole")
def comprehension(): return [1 / n for n in (1, 0)]
def in_place():
    x = 1
    x += "a"
def delete():
    d = {}
    del d["a"]
def imported():
    from math import missing
def asserted(): assert 1 == 2, "message"
def augmented_item():
    d = {"a": 1}
    d["a"] -= None
def starred(): return print(*5, **6)
def formatted(): return f"{1 / 0:>5} and {2}"


for function in (attribute, subscript, operator, call, nested, unpack, compare, several_lines, wide, unary, slices, method,
                 whole_line, comprehension, in_place, delete, imported, asserted, augmented_item, starred, formatted):
    try:
        function()
    except Exception as error:
        print("".join(traceback.format_exception(error)).replace(__file__, "FILE"))
