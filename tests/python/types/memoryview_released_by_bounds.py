"""A view that is released while the bounds of a slice are read; the part cut out lives on."""


class Release:
    def __init__(self, view, value):
        self.view, self.value = view, value

    def __index__(self):
        self.view.release()
        return self.value


def attempt(what, action):
    try:
        print(what, action())
    except Exception as error:
        print(what, type(error).__name__ + ":", error)


def view():
    return memoryview(bytearray(b"abcdef"))


m = view()
attempt("stop", lambda: bytes(m[:Release(m, 3)]))
m = view()
attempt("start", lambda: bytes(m[Release(m, 2):]))
m = view()
attempt("step", lambda: list(m[::Release(m, -2)]))
attempt("again", lambda: m[:2])
m = view()
attempt("index", lambda: m[Release(m, 1)])
m = view()
attempt("store", lambda: m.__setitem__(Release(m, 1), 5))
m = view()
attempt("bad bound", lambda: m[:"x"])
attempt("still there", lambda: bytes(m[1:3]))
m = view()
part = m[1:5]
attempt("part", lambda: (m.release(), part[::2].tolist()))
