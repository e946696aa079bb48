"""Values of the programs fstring_nesting_*.py."""

x, width, name, d = 3.14159, 10, "né", {"k": [1, 2]}
x = 3.14159


class F:
    def __format__(self, spec): return f"[{spec}]"
    def __str__(self): return "str"
    def __repr__(self): return "repr"


f = F()
order = []
def note(v): order.append(v); return v


def show_wrong(wrong):
    for text in wrong:
        try:
            compile(text, "<t>", "eval")
            print("fine", text)
        except SyntaxError as error:
            print(ascii(text), "->", error.msg, error.lineno, error.offset)
