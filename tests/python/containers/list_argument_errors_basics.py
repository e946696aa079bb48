"""Lists and helpers of the programs list_argument_errors_*.py."""
from _list_argument_errors import ARGUMENTS, METHODS, SKIP, values

for name in METHODS:
    if name in SKIP:
        continue
    for arguments in ARGUMENTS:
        for kind in (list, tuple):
            if hasattr(kind, name):
                subject = kind("abc")
                try:
                    value = getattr(subject, name)(*arguments)
                    if hasattr(value, "__next__"):
                        value = list(value)
                    print(kind.__name__, name, arguments, repr(value), subject)
                except Exception as error:
                    print(kind.__name__, name, arguments, type(error).__name__, error, subject)
for start in (None, 0, 3, -3, 20, -20, 2 ** 80):
    for stop in (None, 0, 7, -2, -2 ** 80):
        for step in (None, 1, 2, -1, -3, 2 ** 80, -2 ** 80):
            piece = values[start:stop:step]
            assert tuple(piece) == tuple(values)[start:stop:step]
            print(len(piece), piece[:1], end=";")
print()
