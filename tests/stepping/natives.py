def key(word):
    return len(word)


class Number:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        return Number(self.n + other)

    def __lt__(self, other):
        return self.n < other.n


words = sorted(["ccc", "a", "bb"], key=key)
three = Number(1) + 2
lowest = min(Number(4), Number(3))
print(words, three.n, lowest.n)
