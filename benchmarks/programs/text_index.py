"""Builds and queries an inverted index over generated documents: split, join, lower, dicts of lists, set algebra."""

SYLLABLES = ["ka", "to", "mi", "ra", "no", "se", "lu", "vi", "po", "da", "re", "shi"]


def words(count, seed):
    for _ in range(count):
        seed = (seed * 69069 + 1) % 4294967296
        value = seed >> 12
        yield "".join(SYLLABLES[(value >> shift) % 12] for shift in range(0, 2 + value % 3 * 3, 2))


def document(number):
    text = " ".join(words(60 + number % 40, number * 7919 + 1))
    return text.capitalize() + ("!" if number % 5 else ".")


class Index:
    def __init__(self):
        self.postings = {}
        self.lengths = []

    def add(self, text):
        number = len(self.lengths)
        terms = text.lower().replace("!", " ").replace(".", " ").split()
        self.lengths.append(len(terms))
        for position, term in enumerate(terms):
            self.postings.setdefault(term, {}).setdefault(number, []).append(position)

    def every(self, *terms):
        sets = [set(self.postings.get(term, ())) for term in terms]
        return set.intersection(*sets) if sets else set()

    def phrase(self, first, second):
        found = []
        left = self.postings.get(first, {})
        right = self.postings.get(second, {})
        for number in left.keys() & right.keys():
            following = set(right[number])
            if any(position + 1 in following for position in left[number]):
                found.append(number)
        return sorted(found)

    def rank(self, *terms):
        scores = {}
        for term in terms:
            posting = self.postings.get(term, {})
            weight = len(self.lengths) / (1 + len(posting))
            for number, positions in posting.items():
                scores[number] = scores.get(number, 0.0) + weight * len(positions) / self.lengths[number]
        return sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:5]


index = Index()
for number in range(3000):
    index.add(document(number))
common = sorted(index.postings, key=lambda term: (-len(index.postings[term]), term))[:40]
print(len(index.postings), common[:8])
total = 0
for first in common:
    for second in common[:12]:
        total += len(index.every(first, second)) + len(index.phrase(first, second))
print(total)
for first, second in zip(common[::4], common[1::4]):
    print(first, second, [(number, round(score, 4)) for number, score in index.rank(first, second)])
