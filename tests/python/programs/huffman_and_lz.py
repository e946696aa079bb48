"""Huffman coding, Lempel-Ziv-Welch, run lengths, base conversions and a checksum, each with its inverse."""
import heapq
import itertools
from collections import Counter


def huffman(text):
    heap = [(count, number, char) for number, (char, count) in enumerate(sorted(Counter(text).items()))]
    numbers = itertools.count(len(heap))
    heapq.heapify(heap)
    while len(heap) > 1:
        a, b = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, (a[0] + b[0], next(numbers), (a[2], b[2])))
    codes = {}

    def walk(tree, code=""):
        if isinstance(tree, tuple):
            walk(tree[0], code + "0")
            walk(tree[1], code + "1")
        else:
            codes[tree] = code or "0"

    walk(heap[0][2])
    return codes


def decode(bits, codes):
    back, out, current = {v: k for k, v in codes.items()}, [], ""
    for bit in bits:
        current += bit
        if current in back:
            out.append(back[current])
            current = ""
    return "".join(out)


def lzw(data):
    table = {bytes([i]): i for i in range(256)}
    word, out = b"", []
    for byte in data:
        longer = word + bytes([byte])
        if longer in table:
            word = longer
        else:
            out.append(table[word])
            table[longer] = len(table)
            word = bytes([byte])
    return out + ([table[word]] if word else [])


def unlzw(codes):
    table = {i: bytes([i]) for i in range(256)}
    out, before = bytearray(), b""
    for code in codes:
        entry = table.get(code, before + before[:1])
        out += entry
        if before:
            table[len(table)] = before + entry[:1]
        before = entry
    return bytes(out)


def runs(text):
    return "".join(f"{len(list(group))}{char}" for char, group in itertools.groupby(text))


def to_base(n, base, digits="0123456789abcdefghijklmnopqrstuvwxyz"):
    sign, n, out = "-" * (n < 0), abs(n), ""
    while True:
        n, digit = divmod(n, base)
        out = digits[digit] + out
        if not n:
            return sign + out


def adler(data):
    a, b = 1, 0
    for byte in data:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return b << 16 | a


for text in ("abracadabra", "aaaa", "the quick brown fox", "x"):
    codes = huffman(text)
    bits = "".join(codes[c] for c in text)
    print(codes, len(bits), decode(bits, codes) == text)
for data in (b"TOBEORNOTTOBEORTOBEORNOT", b"aaaaaaaaaa", b"", bytes(range(256)) * 3, b"ababababa" * 20):
    codes = lzw(data)
    print(len(data), len(codes), codes[:9], unlzw(codes) == data)
print(runs("wwwwbbbwwc"), [to_base(n, b) for n, b in ((255, 16), (-10, 2), (0, 7), (10 ** 20, 36))],
      [int(to_base(n, 36), 36) for n in (5, 12345678901234567890)])
import zlib
print([adler(d) == zlib.adler32(d) for d in (b"", b"abc", bytes(range(256)) * 20)])
for text, shift in (("Hello, World!", 3), ("xyz", -30)):
    moved = "".join(chr((ord(c) - base + shift) % 26 + base) if c.isalpha() and (base := 65 if c.isupper() else 97) else c for c in text)
    print(moved)
