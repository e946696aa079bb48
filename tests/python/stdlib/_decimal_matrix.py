"""Numbers and helpers of the programs decimal_matrix_*.py."""
from decimal import Decimal

def attempt(function, *args, **kw):
    try:
        return function(*args, **kw)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


D = Decimal
values = [D("0"), D("-0.0"), D("1.5"), D("-2.25"), D("1E+3"), D("inf"), D("-inf"), D("nan"),
          D("123456789012345678901234567890.5")]
