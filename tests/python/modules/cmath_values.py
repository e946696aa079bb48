# Every function of cmath over a grid of ordinary, huge, tiny and special parts.
import cmath

parts = [float("-inf"), -1e308, -710.5, -2.5, -1.0, -1e-310, -0.0, 0.0, 1e-320, 0.5, 1.0, 3.25, 709.9, 1e200, 1.7e308,
         float("inf"), float("nan")]
names = ["acos", "acosh", "asin", "asinh", "atan", "atanh", "cos", "cosh", "exp", "log", "log10", "sin", "sinh",
         "sqrt", "tan", "tanh", "phase", "polar"]


def positive_nan(text):
    return text.replace("-nan", "nan")  # the sign of a NaN says nothing


for name in names:
    function = getattr(cmath, name)
    for real in parts:
        row = []
        for imaginary in parts:
            try:
                row.append(positive_nan(repr(function(complex(real, imaginary)))))
            except (ValueError, OverflowError) as error:
                row.append(f"{type(error).__name__}({error})")
        print(name, real, *row)
for r in parts:
    for phi in parts:
        try:
            print(r, phi, cmath.rect(r, phi))
        except ValueError as error:
            print(r, phi, error)
