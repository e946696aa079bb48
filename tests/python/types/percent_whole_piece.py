"""`%`: a text that is the whole result is not copied; which conversion asks a number for what; starred sizes."""


class Text(str):
    pass


class Number:
    def __index__(self):
        print("  index", end="")
        return 3

    def __int__(self):
        print("  int", end="")
        return 4


def show(pattern, value):
    try:
        print(repr(pattern), repr(pattern % value))
    except Exception as error:
        print(repr(pattern), type(error).__name__ + ":", error)


text = "".join(["some", " ", "text"])
for pattern in ("%s", "%.9s", "%.20s", "%1s", "%9s", "%-5s"):
    print(pattern, pattern % text is text)
for pattern in ("%.8s", "%10s", "%s ", " %s"):
    print(pattern, pattern % text is text, repr(pattern % text))
print("%(key)s" % {"key": text} is text)
print(type("%s" % Text("abc")), "%s" % Text("abc"))
for arguments in ((text, 1), ()):
    show("%s", arguments)
show("%s%s", ("", text))
for letter in "diuoxXc":
    number = Number()
    try:
        print(f"%{letter}", f"%{letter}" % number)
    except Exception as error:
        print(f"%{letter}", type(error).__name__ + ":", str(error))
for value in ((2**33, 1), (-5, 1), (2, 1), ("a", 1)):
    show("%.*d", value)
    show(b"%.*d", value)
show("%*d", (2**70, 1))
show("%*d|", (-6, 12))
