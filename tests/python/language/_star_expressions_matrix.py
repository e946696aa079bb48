"""Functions and iterables of the programs star_expressions_matrix_*.py."""

pair = [1, 2]
table = {"k": 3}


def returns():
    return *pair, 0


def yields():
    got = yield *pair, "y"
    yield got


class Subscript:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)


s = Subscript()
s[*pair] = 1
*a, = {}
[*b] = "xy"
(*c, d), *e = "mn", 1, 2
x, *s.attribute, y = range(5)
*s[0], z = range(3)
a, b = b, a = 1, 2
x = *y, z = 7, 8, 9


def typed(*args: *tuple[int, ...]):
    return args


def show_wrong(wrong):
    for text in wrong:
        try:
            compile(text, "<text>", "exec")
            print("fine", text)
        except SyntaxError as error:
            print(text, "->", error.msg, error.offset)
