class Loud:
    def __repr__(self):
        print("repr runs")
        return "Loud()"


class Endless:
    def __repr__(self):
        return repr(self)


class Hidden:
    __slots__ = ("a",)

    def __getattribute__(self, name):
        raise AttributeError(name)


loud, endless, hidden = Loud(), Endless(), Hidden()
nested = [[[[[1]]]]]
itself = []
itself.append(itself)
big = 1 << 5000
text = "x" * 10000
table = {i: str(i) for i in range(100)}
accents = "žluťoučký kůň pěl ďábelské ódy"
shared = [loud, loud]
pass
