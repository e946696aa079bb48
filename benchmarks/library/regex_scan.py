"""Reads a generated log with regular expressions: match with groups, findall, sub with a function, split."""

import collections
import re

LINE = re.compile(r'(?P<host>\d+\.\d+\.\d+\.\d+) - (?P<user>\w+|-) \[(?P<day>\d\d)/(?P<month>[A-Z][a-z]{2})\] '
                  r'"(?P<method>GET|POST|PUT) (?P<path>/[^ "]*)" (?P<status>\d{3}) (?P<size>\d+|-)')
METHODS = ["GET", "POST", "PUT"]

lines = [
    f'10.{n % 7}.{n % 251}.{n % 13} - {"-" if n % 4 else "user" + str(n % 9)} [{n % 28 + 1:02}/Mar] '
    f'"{METHODS[n % 3]} /shop/item{n % 97}?page={n % 5}&q=a%20b" {[200, 304, 404][n % 3]} {n * 37 % 5000}'
    for n in range(40000)
]
paths, sizes = collections.Counter(), 0
for line in lines:
    found = LINE.match(line)
    paths[found["path"].partition("?")[0]] += 1
    sizes += int(found["size"])
text = "\n".join(lines)
numbers = re.findall(r"\b\d{4}\b", text)
masked = re.sub(r"user(\d)", lambda found: "u" + str(int(found[1]) * 2), text)
words = re.split(r"[^A-Za-z]+", text)
print(paths.most_common(3), sizes, len(numbers), len(masked), len(words), len(re.findall(r"(?i)shop/ITEM\d*5\b", text)))
