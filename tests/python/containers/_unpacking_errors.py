"""Iterables and helpers of the programs unpacking_errors_*.py."""

class Target:
    def __setattr__(self, name, value):
        print("set", name, value, end="; ")

    def __setitem__(self, key, value):
        print("item", key, value, end="; ")
        if key == "fail":
            raise KeyError("fail")


class Endless:
    def __iter__(self):
        print("iter", end=" ")
        n = 0
        while True:
            yield n
            n += 1


class FailsLate:
    def __getitem__(self, index):
        if index == 2:
            raise OSError("third")
        return index


class LyingLength(list):
    def __len__(self):
        return 2

    def __iter__(self):
        return iter("xyz")


t = Target()
