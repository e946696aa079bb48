# Single characters: literals, escapes, classes, negated sets, ranges.
import re

subject = "Ab1_ \t\n-é٣Ж😀"
for pattern in (r"\d", r"\D", r"\w", r"\W", r"\s", r"\S", r".", r"[a-z]", r"[^a-z]", r"[\d\s]", r"[^\d\s]",
                r"[A-Z_-]", r"[]\-]", r"[^]]", r"\t", r"\x41", r"\u0416", r"\U0001F600", r"\101", r"[\b]", r"\N{DIGIT ONE}"):
    print(f"{pattern:15}", re.findall(pattern, subject), re.findall(pattern, subject, re.ASCII))

print(re.findall(rb"\w", b"a\xe9_1"), re.findall(rb"[\x80-\xff]", b"a\xe9_1"), re.findall(rb"\xe9", b"a\xe9"))
print(re.findall(r".", "a\nb"), re.findall(r".", "a\nb", re.S), re.findall(r"(?s:.)\n", "a\nb"))
print(re.findall("[一-龥]+", "漢字 and 仮名"), re.findall("[𝒜-𝓏]", "x𝒞y"))
print(re.findall(r"[^\w\s]", "a, b; c—d"), re.findall(r"[\W\d]", "a1-b2"))
print([m.group() for m in re.finditer("[àéîõü]", "naïve café über")])
