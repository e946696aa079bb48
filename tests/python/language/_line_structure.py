"""How the programs line_structure_*.py show what comes of a text."""


def show_sources(sources):
    for text in sources:
        names = {}
        try:
            exec(text, names)
            del names["__builtins__"]
            print(ascii(text), {k: v for k, v in names.items() if k != "f"})
        except (SyntaxError, ValueError) as error:
            print(ascii(text), type(error).__name__, error)
