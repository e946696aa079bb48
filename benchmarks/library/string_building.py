"""Builds text: join, +=, f-strings, StringIO, str.format, replace, ljust, translate, textwrap."""

import io
import textwrap

rows = [(n, f"item {n}", n * 1.5, n % 7 == 0) for n in range(12000)]
lines = []
for number, name, price, cheap in rows:
    lines.append(f"{number:>6} | {name:<12} | {price:10.2f} | {'yes' if cheap else 'no'}")
table = "\n".join(lines)

html = "<table>"
for number, name, price, cheap in rows:
    html += "<tr><td>" + str(number) + "</td><td>" + name + "</td><td>%.2f</td></tr>" % price
html += "</table>"

out = io.StringIO()
for number, name, price, cheap in rows:
    out.write("{0},{1!r},{2:e}\n".format(number, name, price))
vowels = str.maketrans("aeiou", "AEIOU")
shouted = table.translate(vowels).replace("yes", "YES").upper().lower().title()
wrapped = textwrap.fill(" ".join(name for _, name, _, _ in rows), 72)
print(len(table), len(html), len(out.getvalue()), shouted.count("Yes"), wrapped.count("\n"))
for _ in range(8):
    parts = [line.split("|") for line in table.splitlines()]
    again = "\n".join("|".join(part.strip().center(14) for part in row) for row in parts)
print(len(again))
