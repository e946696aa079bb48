"""How the programs expressions_*.py show an error."""

def show_texts(texts):
    for text in texts:
        try:
            compile(text, "<t>", "exec")
            print(ascii(text), "accepted")
        except SyntaxError as error:
            print(ascii(text), "->", type(error).__name__, ascii(error.msg), error.lineno, error.offset,
                  error.end_lineno, (error.end_offset or 0) if (error.end_offset or 0) > 0 else "",
                  ascii((error.text or "").rstrip("\n")))
        except ValueError as error:
            print(ascii(text), "->", type(error).__name__, error)
