"""str.replace: longer, shorter and equal replacements, counts, widths that change with the characters removed."""


def show(*values):
    print(*map(ascii, values))


texts = ["", "a", "aa", "abcabcabc", "the quick brown fox", "x" * 70 + "y" + "x" * 70, "é", "aéa", "日本aé", "\U0001f600ab"]
olds = ["a", "b", "aa", "abc", "x", "xy", "é", "日", "\U0001f600", "zz", "c"]
news = ["", "b", "BB", "ÿ", "本", "\U0001f601", "long replacement"]
for text in texts:
    for old in olds:
        row = [text.replace(old, new) for new in news]
        if any(item != text for item in row):
            show(text[:12], old, [item if len(item) < 40 else (len(item), hash(item) == hash(item[:1] + item[1:])) for item in row])
for count in (-2, -1, 0, 1, 2, 3, 100):
    show(count, "abcabc".replace("b", "--", count), "aaa".replace("", ".", count), "ab".replace("ab", "", count))
show("ab".replace("b", ""), "aba".replace("b", "").isascii())
same = "unchanged"
print(same.replace("z", "y") is same, same.replace("u", "u") is same)


class Text(str):
    pass


print(type(Text("abc").replace("z", "y")), type(Text("abc").replace("b", "y")), Text("abc").replace("c", Text("d")))
try:
    "abc".replace("b", None)
except TypeError as error:
    print(error)
print(len(("ab" * 5000).replace("a", "xyz")), ("ab" * 5000).replace("a", "xyz").count("xyzb"))
# Many false starts before the match: the search changes its way meanwhile.
print(("ab" * 40 + "abc").find("abc"), ("ab" * 40 + "abc" + "ab" * 40 + "abc").replace("abc", "!").count("!"))
print(("ab" * 40).find("abc"), ("a" * 100).find("a" * 50 + "b"), ("ab" * 40 + "aac").rfind("aa"), b"aab".find(b"ab"))
