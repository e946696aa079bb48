# Alternatives are tried from left to right; the first one that lets the rest match wins.
import re

print(re.match("a|ab|abc", "abc"), re.fullmatch("a|ab|abc", "abc"))
print(re.findall("cat|category|dog", "category dog cat"), re.findall("category|cat|dog", "category dog cat"))
print(re.match("(a)|(b)|(c)", "b").groups(), re.match("(?:(a)|(b))+", "ab").groups())
print(re.match("(|a)+", "aaa"), re.match("(a||b)*c", "abc").groups(), re.match("(?:|x)y|z", "xy"))
print(re.findall("|".join(f"w{n}" for n in range(30)), "w1 w12 w29 w30"))
print(re.findall("[ab]x|[bc]y|cz", "ax by cz bx cx"), re.findall("(?i:foo|BAR)|baz", "FOO bar BAZ baz"))
print(re.split("(,|;|\\s)", "a,b;c d"), re.sub("a|b|", "-", "cab"))
words = re.compile(r"\b(?:if|elif|else|for|while)\b|([a-z]+)|(\d+)")
for match in words.finditer("if iffy else 42 for2 while"):
    print(match.span(), match.group(), match.lastindex, match.groups())
