"""Values and helpers of the programs json_options_and_errors_*.py."""

def attempt(function, *args, **kw):
    try:
        return function(*args, **kw)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class IntEnumLike(int):
    def __repr__(self): return "repr not used"


data = {"b": [1, 2.5, None, True], "a": {"é": "\U0001f600\ud800\n\t\"\\/\x00\x7f"}, "t": (1, ()), "e": [[], {}],
        1: 2, None: 3, True: 4, 1.5: 5}
loop = []
