"""How the programs walrus_corners_*.py show an outcome."""

total = 0


def default(a=(d := 10), *, b=(e := 20)):
    return a, b


class Body:
    if (attribute := 5):
        other = (attribute := attribute + 1)


def nested():
    def use():
        nonlocal found
        return [found := i for i in range(3)]
    found = None
    return use(), found


def glob():
    global seen
    return [seen := i for i in "ab"]


def show_wrong(wrong):
    for text in wrong:
        try:
            compile(text, "<text>", "exec")
            print("fine", text)
        except SyntaxError as error:
            print(text, "->", error.msg, error.offset, error.end_offset)
