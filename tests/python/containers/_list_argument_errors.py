"""Lists and helpers of the programs list_argument_errors_*.py."""

METHODS = sorted({*dir(list), *dir(tuple)})
ARGUMENTS = [(), (1,), (None,), ("b",), (1.5,), ([1],), (0, 1), ("a", 0), ("a", -1), ("b", 5, 2), ("a", None),
             (2 ** 70,), (-2 ** 70,), ("x", 0, 2 ** 70)]
SKIP = {"__class__", "__init_subclass__", "__subclasshook__", "__getattribute__", "__setattr__", "__delattr__",
        "__dir__", "__new__",
        "__hash__", "__reduce__", "__reduce_ex__", "__doc__", "__sizeof__", "__str__", "__format__",
        "__class_getitem__"}
values = list(range(10))
