# Streams written in Python can be copied and pickled, those of the module cannot.
import copy
import io
import pickle


class Counter(io.RawIOBase):
    def __init__(self, limit):
        self.limit, self.count = limit, 0

    def readable(self):
        return True

    def readinto(self, buffer):
        amount = min(len(buffer), self.limit - self.count)
        buffer[:amount] = bytes(range(self.count, self.count + amount))
        self.count += amount
        return amount


class Slotted(io.BufferedIOBase):
    __slots__ = ("place",)


stream = Counter(9)
print(stream.read(4))
for protocol in range(2, 6):
    again = pickle.loads(pickle.dumps(stream, protocol))
    print(type(again).__name__, vars(again), again.read(), again.closed)
twin = copy.copy(stream)
twin.close()
print(stream.closed, twin.closed, stream.read(), copy.deepcopy(stream).limit)
slotted = Slotted()
slotted.place = [1]
print(copy.deepcopy(slotted).place, slotted.__reduce_ex__(2)[2])
for kind in (io.IOBase, io.RawIOBase, io.BufferedIOBase, io.TextIOBase):
    print(type(pickle.loads(pickle.dumps(kind()))) is kind)
for made in (io.FileIO("/dev/null"), io.BufferedReader(Counter(1)), io.TextIOWrapper(io.BytesIO()), io.BufferedRWPair(Counter(1), io.BytesIO())):
    for action in (copy.copy, pickle.dumps, lambda s: s.__reduce_ex__(0)):
        try:
            print(action(made))
        except TypeError as error:
            print(error)
print(pickle.loads(pickle.dumps(io.BytesIO(b"abc"))).getvalue(), copy.copy(io.StringIO("x\ny")).readline())
