"""Strings: building, splitting, searching, replacing, formatting, character loops."""

WORDS = "the quick brown fox jumps over the lazy dog while seven wizards quietly box".split()


def caesar(text, shift):
    result = []
    for character in text:
        if "a" <= character <= "z":
            result.append(chr((ord(character) - 97 + shift) % 26 + 97))
        else:
            result.append(character)
    return "".join(result)


def is_palindrome(text):
    left, right = 0, len(text) - 1
    while left < right:
        if text[left] != text[right]:
            return False
        left += 1
        right -= 1
    return True


def main(rounds):
    letters = 0
    joined = ""
    for i in range(rounds):
        word = WORDS[i % len(WORDS)]
        line = f"{i:06d} {word.upper():>10} {word[::-1]}"
        parts = line.split()
        letters += len(parts[2]) + line.count("o") + line.find("E")
        joined += parts[1][:2]
        if word.startswith("w") or word.endswith("y"):
            letters += len(word.replace("e", "ee"))
        letters += is_palindrome(word + parts[2])
    text = " ".join(WORDS * 300)
    for shift in range(5):
        text = caesar(text, shift)
    return letters, len(joined), joined[-8:], text[:23]


print(*main(250_000))
