"""A SyntaxError raised by compile at run time and not caught: where it points."""
print("running")


def build(text):
    return compile(text, "<made>", "exec")


build("x = (1,\n2\ny = 3\n")
# exit code 1
