"""A trie with wildcards and completion, a Bloom filter on hashes of one's own, and anagram groups."""
from collections import defaultdict


class Trie:
    __slots__ = ("children", "count")

    def __init__(self):
        self.children, self.count = {}, 0

    def add(self, word):
        node = self
        for char in word:
            node = node.children.setdefault(char, Trie())
        node.count += 1

    def __contains__(self, word):
        return next(self.matching(word), None) is not None

    def matching(self, pattern, prefix=""):
        if not pattern:
            if self.count:
                yield prefix
            return
        head, rest = pattern[0], pattern[1:]
        if head == "*":
            yield from self.matching(rest, prefix)
            for char, child in sorted(self.children.items()):
                yield from child.matching(pattern, prefix + char)
        else:
            for char in sorted(self.children) if head == "?" else [head]:
                if char in self.children:
                    yield from self.children[char].matching(rest, prefix + char)

    def complete(self, prefix):
        return list(self.matching(prefix + "*"))

    def __len__(self):
        return bool(self.count) + sum(map(len, self.children.values()))

    def remove(self, word):
        if not word:
            if not self.count:
                raise KeyError(word)
            self.count = 0
        else:
            child = self.children.get(word[0])
            if child is None:
                raise KeyError(word)
            child.remove(word[1:])
            if not len(child):
                del self.children[word[0]]


words = "to tea ted ten inn in i a an and ant tent tents testing".split()
trie = Trie()
for word in words:
    trie.add(word)
print(len(trie), "tea" in trie, "te" in trie, trie.complete("te"), list(trie.matching("??")),
      list(trie.matching("t*n*")), list(trie.matching("*")))
for word in ("tent", "te", "zebra", "a"):
    try:
        trie.remove(word)
        print("removed", word, len(trie), trie.complete(word))
    except KeyError as error:
        print("KeyError", error)


class Bloom:
    def __init__(self, size=512, hashes=4):
        self.size, self.hashes, self.bits = size, hashes, 0

    def places(self, text):
        h = 2166136261
        for byte in text.encode():
            h = (h ^ byte) * 16777619 & 0xffffffff
        for i in range(self.hashes):
            h = (h * 1103515245 + 12345 + i) & 0x7fffffff
            yield 1 << h % self.size

    def add(self, text):
        for place in self.places(text):
            self.bits |= place

    def __contains__(self, text):
        return all(self.bits & place for place in self.places(text))


bloom = Bloom()
for word in words:
    bloom.add(word)
print(all(w in bloom for w in words), bloom.bits.bit_count(), sum(f"absent{i}" in bloom for i in range(200)))
groups = defaultdict(list)
for word in "listen silent enlist google elgoog abc cab bca xyz".split():
    groups["".join(sorted(word))].append(word)
print({k: v for k, v in groups.items() if len(v) > 1})
