# Requests for more memory than there can be: an error each time, and the interpreter goes on.
import array
import collections
import itertools
import sys

HUGE = sys.maxsize


def attempt(name, action):
    try:
        action()
        print(name, "fine")
    except (MemoryError, OverflowError, ValueError) as error:
        print(name, type(error).__name__)


class Hinting:
    def __iter__(self):
        return iter(())

    def __length_hint__(self):
        return HUGE


class Long:
    def __len__(self):
        return HUGE

    def __getitem__(self, index):
        raise IndexError


items, octets = [1, 2], bytearray(b"ab")
for name, action in {
    "list *": lambda: [1, 2] * HUGE, "tuple *": lambda: (1, 2) * HUGE, "str *": lambda: "ab" * HUGE,
    "bytes *": lambda: b"ab" * HUGE, "bytearray *": lambda: bytearray(b"ab") * HUGE, "list *=": lambda: items.__imul__(HUGE),
    "bytearray *=": lambda: octets.__imul__(HUGE), "bytes": lambda: bytes(HUGE), "bytearray": lambda: bytearray(HUGE),
    "bytes 2**62": lambda: bytes(2**62), "bytes 2**64": lambda: bytes(2**64), "ljust": lambda: "a".ljust(HUGE),
    "center": lambda: b"a".center(HUGE), "zfill": lambda: "1".zfill(HUGE), "expandtabs": lambda: "\t\t\t".expandtabs(2**31 - 1),
    "replace": lambda: ("a" * 2**20).replace("a", "b" * 2**44), "join": lambda: ("a" * 2**20).join(["b"] * 2**45),
    "deque *": lambda: collections.deque([1]) * 2**60 if 0 else [0] * 2**60, "array *": lambda: array.array("i", [1]) * HUGE,
    "to_bytes": lambda: (1).to_bytes(HUGE, "little"), "shift": lambda: 1 << HUGE, "shift 2**64": lambda: 1 << 2**64,
    "power": lambda: [].__len__() or 2 ** (2**62), "hint": lambda: list(Hinting()), "hint tuple": lambda: tuple(Hinting()),
    "extend": lambda: items.extend(Hinting()), "slice": lambda: items.__setitem__(slice(0, 0), Long()),
    "range": lambda: list(range(HUGE)), "tuple range": lambda: tuple(range(HUGE)), "len": lambda: len(range(2**64)),
    "islice": lambda: list(itertools.islice([], HUGE)), "combinations": lambda: itertools.combinations([1], HUGE),
    "permutations": lambda: itertools.permutations([1], HUGE), "product": lambda: itertools.product([1], repeat=HUGE),
    "product 2": lambda: itertools.product(repeat=2**62), "tee": lambda: itertools.tee([], HUGE), "bytes iter": lambda: bytes(Hinting()),
    "format": lambda: format(1, "%dd" % HUGE), "%": lambda: "%*d" % (HUGE, 1), "f": lambda: f"{1:{HUGE}}",
    "getrandbits": lambda: __import__("random").getrandbits(2**62), "memoryview": lambda: memoryview(b"a").cast("B", (HUGE, 2)),
    "struct": lambda: __import__("struct").calcsize("%ds%ds" % (HUGE, HUGE)), "pack": lambda: __import__("struct").pack("%ds" % HUGE, b""),
    "recursion": lambda: sys.setrecursionlimit(2**40), "str(int)": lambda: str(10**5000), "int(str)": lambda: int("1" * 5000),
    "read": lambda: open("/dev/zero", "rb").read(HUGE), "urandom": lambda: __import__("os").urandom(HUGE),
    "StringIO": lambda: __import__("io").StringIO().truncate(-1), "BytesIO": lambda: __import__("io").BytesIO().seek(2**64),
    "readinto": lambda: __import__("io").BytesIO(b"a").read(2**62), "zlib": lambda: __import__("zlib").decompress(b"", 15, HUGE),
}.items():
    attempt(name, action)
print(len(items), bytes(octets))
