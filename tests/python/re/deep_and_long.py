# Long subjects and many rounds need heap, not stack.
import re

long = "a" * 200_000
print(len(re.match("(?:a)*", long)[0]), len(re.match("(?:a|b)*", long)[0]), len(re.match("(a|b)*?$", long)[0]), len(re.match("(?:(a)(?=a|$))*", long)[0]))
print(len(re.match("(?:a?)*", long)[0]), len(re.match("(?:a|b)*+", long)[0]), len(re.match("(?>a|b)*", long)[0]), re.match("(?:aa)*b", long))
print(re.fullmatch("(?s:.)*?x", long + "x").span(), re.search("x.*?y", "x" + long), re.match("(a*)*b", "a" * 20))
print(len(re.findall("a", long)), len(re.sub("a", "bb", long)), len(re.split("a", long)), re.search("b", long + "b").span())
pattern = "(?:" * 40 + "a" + ")*" * 40
print(re.match(pattern, "aaa").span(), re.match("(" * 99 + "a" + ")" * 99, "a").lastindex)
many = re.compile("".join(f"(x{n})?" for n in range(150)))
print(many.match("x0x7x149").groups()[:9], many.groups, many.match("x149").lastindex)
print(re.match("(?:a{1,3}){5,7}", "a" * 30).span(), re.match("(?:ab){1000}", "ab" * 1000).span(), re.match("a{1000,2000}", "a" * 1500).span())
print(re.search("|".join(f"word{n}" for n in range(500)), "xx word499").span(), re.match("[" + "".join(map(chr, range(0x400, 0x600))) + "]+", "жЖ").span())
try:
    re.compile("(" * 5000 + ")" * 5000)
except RecursionError as error:
    print(type(error).__name__)
