"""How the programs operators_precedence_values_*.py show an outcome."""
import ast

def show_texts(texts):
    for text in texts:
        tree = ast.parse(text, mode="eval")
        try:
            value = eval(text)
            value = "function" if callable(value) else value
        except Exception as error:
            value = f"{type(error).__name__}: {error}"
        again = ast.unparse(tree)
        print(text, "=", value, "|", again, ast.dump(ast.parse(again, mode="eval")) == ast.dump(tree))
