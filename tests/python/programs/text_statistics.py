"""Words, n-grams, a Markov chain with a seed, justification, a histogram, soundex, palindromes, roman
numerals, look-and-say."""
import itertools
import random
import re
from collections import Counter, defaultdict

TEXT = """It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of foolishness,
it was the epoch of belief, it was the epoch of incredulity, it was the season of Light, it was the season of Darkness,
it was the spring of hope, it was the winter of despair."""
words = re.findall(r"[a-z]+", TEXT.lower())
counts = Counter(words)
print(counts.most_common(5), len(counts), sum(counts.values()), sorted(counts, key=lambda w: (-len(w), w))[:4])
for word, n in counts.most_common(3):
    print(f"{word:>8} {'*' * n} {n / len(words):.1%}")
print(Counter(zip(words, words[1:], words[2:])).most_common(2))
chain = defaultdict(list)
for a, b in zip(words, words[1:]):
    chain[a].append(b)
rng, word, out = random.Random(2024), "it", ["it"]
while len(out) < 20 and chain[word]:
    word = rng.choice(chain[word])
    out.append(word)
print(" ".join(out))


def justify(text, width):
    line = []
    for word in text.split():
        if sum(map(len, line)) + len(line) + len(word) > width:
            gaps = len(line) - 1
            spaces, extra = divmod(width - sum(map(len, line)), gaps or 1)
            yield "".join(w + " " * (spaces + (i < extra)) for i,
                          w in enumerate(line[:-1])) + line[-1] if gaps else line[0]
            line = []
        line.append(word)
    yield " ".join(line)


for line in justify(TEXT, 34):
    print(f"|{line:<34}|")


def soundex(name):
    codes = {c: str(d) for d, letters in enumerate(("bfpv", "cgjkqsxz", "dt", "l", "mn", "r"),
                                                   1) for c in letters}
    out, last = name[0].upper(), codes.get(name[0].lower())
    for c in name[1:].lower():
        code = codes.get(c)
        if code and code != last:
            out += code
        if c not in "hw":
            last = code
    return (out + "000")[:4]


print([soundex(n) for n in ("Robert", "Rupert", "Ashcraft", "Tymczak", "Pfister", "Honeyman")])
ROMAN = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
         (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]


def roman(n):
    out = ""
    for value, text in ROMAN:
        times, n = divmod(n, value)
        out += text * times
    return out


def arabic(text):
    values = [dict((t, v) for v, t in ROMAN)[c] for c in text]
    return sum(-a if a < b else a for a, b in zip(values, values[1:] + [0]))


print([roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999)],
      all(arabic(roman(n)) == n for n in range(1, 4000, 7)))


def look_and_say(text):
    while True:
        yield text
        text = "".join(f"{len(list(g))}{k}" for k, g in itertools.groupby(text))


print(list(itertools.islice(look_and_say("1"), 8)))
clean = lambda s: re.sub(r"\W", "", s).casefold()
print([clean(s) == clean(s)[::-1] for s in ("A man, a plan, a canal: Panama!", "Not one", "", "Ésé")])
print({k: "".join(v) for k, v in itertools.groupby(sorted("mississippi"))},
      "-".join(map("".join, zip(*[iter("abcdefgh")] * 3))),
      *("".join(p) for p in sorted(set(itertools.permutations("aab")))))
