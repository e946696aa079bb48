# Searching for patterns with a known beginning: overlapping prefixes, partial matches, retries.
import re

for pattern in ("aab", "aabaac", "abab", "aaaa", "abcabcabd", "ab(c|d)", "aab(?=c)", "aa(b+)c", "(ab)ab", "ab(?:ab)?c", "a(?:b|c)d", "abc$", "a", "ab*"):
    row = [[m.span() for m in re.finditer(pattern, subject)]
           for subject in ("aaab", "aabaabaac", "ababab", "aaaaaaa", "abcabcabcabd", "abxabd", "aabaabc", "aabaabbc", "abababc", "acdabd", "", "a")]
    print(pattern, row)
subject = "ab" * 500 + "ac" + "ab" * 3
print(re.search("abac", subject).span(), re.search("(?:ab)+ac", subject).span(), re.search("abab(ac)", subject).span(), re.search("abad", subject))
wide = "aЖaЖЖ" * 3
print(re.findall("aЖЖ", wide), re.search("ЖЖaЖaЖЖ", wide).span(), re.search("ЖЖa😀", wide), re.findall("aЖ(?!Ж)", wide))
print(re.findall(b"\x00\x01", b"\x00\x00\x01\x00\x01"), re.search(b"\xff\xff", b"\xff").__class__, re.findall(b"ab(.)", b"abxaby"))
print(re.compile("abc").search("xabcabc", 2).span(), re.compile("abc").search("xabcabc", 2, 6), re.compile("bc").findall("abcbcbc", 2, 6))
