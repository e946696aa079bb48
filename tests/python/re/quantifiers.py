# Greedy, lazy and possessive repeats of single characters and of groups.
import re

subjects = ["", "a", "aa", "aaa", "aaaa", "aab", "b", "abab", "ababab"]
patterns = ["a*", "a+", "a?", "a{2}", "a{2,}", "a{,2}", "a{1,3}", "a*?", "a+?", "a??", "a{2,3}?", "a*+", "a++", "a?+",
            "a{1,2}+", "(?:ab)*", "(?:ab)+?", "(?:ab){2}", "(?:ab){1,2}+", "(ab)*", "(a|b)*", "(a|b)*?b", "(?:a?)*b?",
            "(a*)*", "(a*)+", "(?:a|ab)(?:c|bcd)?", "(a?)*?b", "(?:){3}a", "(?:a{0,2}){2}b?"]
for pattern in patterns:
    compiled = re.compile(pattern)
    row = []
    for subject in subjects:
        match, full = compiled.match(subject), compiled.fullmatch(subject)
        row.append((match and match.span(), full and full.groups()))
    print(pattern, row)

print(re.match(r"a{,2}", "aaa"), re.match(r"a{,}", "aaa"), re.match(r"a{b}", "a{b}"), re.match(r"x{1,2", "x{1,2"))
print(re.sub("a*", "-", "baac"), re.sub("a*?", "-", "baac"), re.findall("a*?b", "aab ab b"))
