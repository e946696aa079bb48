"""Words counted, text wrapped, a table laid out, ciphers, anagrams, run lengths."""
import itertools
import string
import textwrap
from collections import Counter, defaultdict

TEXT = """It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of
foolishness, it was the epoch of belief, it was the epoch of incredulity."""

words = [word.strip(string.punctuation).lower() for word in TEXT.split()]
counts = Counter(words)
print(counts.most_common(4), len(counts), sum(counts.values()))
print(textwrap.fill(TEXT, 40, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten(TEXT, 50), textwrap.dedent("   a\n     b\n   c"), textwrap.indent("x\n\ny", "> "), sep="\n")
index = defaultdict(list)
for number, word in enumerate(words):
    index[word[0]].append(number)
print({letter: places[:3] for letter, places in sorted(index.items())})
rows = [("name", "qty", "price"), ("apple", 3, 0.5), ("watermelon", 12, 13.25)]
widths = [max(len(str(row[i])) for row in rows) for i in range(3)]
for row in rows:
    print(" | ".join(f"{cell:<{w}}" if isinstance(cell, str) else f"{cell:>{w}}" for cell, w in zip(row, widths)))


def caesar(text, shift):
    letters = string.ascii_lowercase
    turned = letters[shift % 26:] + letters[:shift % 26]
    return text.translate(str.maketrans(letters + letters.upper(), turned + turned.upper()))


secret = caesar("Hello, World", 3)
print(secret, caesar(secret, -3), caesar("abc", 29))
print("".join(f"{key}{len(list(group))}" for key, group in itertools.groupby("aaabccdddd")))
groups = defaultdict(list)
for word in "listen silent enlist google elgoog abc cab".split():
    groups["".join(sorted(word))].append(word)
print([group for group in groups.values() if len(group) > 1])
print([word for word in ("level", "noon", "python") if word == word[::-1]], " ".join(word.capitalize() for word in "the end".split()))
print(string.Template("$who owes ${amount}$$").substitute(who="bob", amount=5), string.capwords("a  bc  d"), f"{'mid':^9}|{'cut':.2}|{12345:,}|{0.256:.1%}")
