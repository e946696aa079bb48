"""How the programs literals_round_trip_*.py show an outcome."""
import ast
import warnings

warnings.simplefilter("ignore")


def show_literals(literals):
    for text in literals:
        shown = text if len(text) < 50 else text[:10] + "..."
        for function in (eval, ast.literal_eval):
            try:
                value = function(text)
                value = "function" if callable(value) else value
                print(ascii(shown), ascii(value), type(value).__name__, end=" | ")
            except Exception as error:
                print(ascii(shown), type(error).__name__, ascii(str(error))[:90], end=" | ")
        print()
