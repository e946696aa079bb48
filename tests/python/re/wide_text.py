# The same searches over characters of one, two and four bytes.
import re

for letter in ("x", "é", "Ж", "😀"):
    subject = f"ab{letter}ab{letter}{letter}c\n{letter}"
    print(re.findall(letter, subject), re.findall(f"{letter}+", subject), re.findall(f"[^{letter}]+", subject), re.findall("ab", subject), re.search("abab", subject), re.findall("ab(?!x)", subject))
    print(re.findall(f"(?i){letter}", subject.upper()), re.sub("b", letter, subject), re.split(letter, subject), re.findall(f"b{letter}{{2}}", subject), re.match(".*", subject), re.match(f"(.*){letter}", subject).groups())
    print(re.findall(f"[a-z{letter}]+", subject), re.findall(f".*?{letter}", subject), re.findall(f"ab|{letter}c", subject), re.findall(r"\w+", subject), re.findall(f"a?b{letter}", subject))
print(re.search("😀", "latin"), re.search("Ж", "latin"), re.search("[😀]", "latin é"), re.findall("[^😀]", "é"), re.findall("Ж*", "aЖ"), re.findall("latin😀", "latin"), re.search("éé😀", "ééé"))
print(re.sub("a", "😀", "banana"), re.sub("😀", "", "a😀b"), re.sub("(?P<x>é)", r"\g<x>Ж", "é"), re.findall("[\ud800-\udfff]", "a\ud834b") == ["\ud834"])
text = "".join(map(chr, range(0x250)))
print([len(re.findall(p, text)) for p in (r"\w", r"\s", r"\d", r"[a-z]", r"(?i)[a-z]", r"[^\w]", r"(?i)[à-ÿ]", r"(?a)\w", r"[\x80-ÿ]")])
