"""Counts words with Counter, defaultdict, OrderedDict, deque, ChainMap, itertools and functools.lru_cache."""

import collections
import functools
import itertools

TEXT = ("the quick brown fox jumps over the lazy dog and runs away from the small angry bear " * 40).split()


@functools.lru_cache(maxsize=512)
def weight(word):
    return sum(map(ord, word)) % 17


counts, by_length = collections.Counter(), collections.defaultdict(list)
window, recent = collections.deque(maxlen=8), collections.OrderedDict()
score = 0
for word in itertools.chain.from_iterable(itertools.repeat(TEXT, 240)):
    counts[word] += 1
    by_length[len(word)].append(word)
    window.append(word)
    score += weight(word) + weight(window[0])
    recent[word] = score
    recent.move_to_end(word)
    if len(recent) > 10:
        recent.popitem(last=False)
layers = collections.ChainMap({}, counts, {"missing": 1})
pairs = collections.Counter(zip(TEXT, TEXT[1:]))
products = sum(1 for _ in itertools.combinations(range(110), 3))
print(counts.most_common(3), sorted(by_length), score, list(recent), layers["missing"], pairs.most_common(1), products)
