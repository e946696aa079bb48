"""The functions that the programs call_errors_matrix_*.py call wrongly."""
from _call_errors_matrix import calls, dstar, everything, functions

for function in functions:
    for args, keywords in calls:
        try:
            print(getattr(function, "__qualname__", "object"), args, keywords, "->",
                  function(*args, **keywords) if function in (dstar,
                                                              everything) else bool(function(*args,
                                                                  **keywords)))
        except TypeError as error:
            print(getattr(function, "__qualname__", "object"), args, keywords, "->", error)
