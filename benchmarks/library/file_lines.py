"""Writes a text file line by line, reads it back in several ways, copies it, and reads it as bytes and as CSV."""

import csv
import os
import tempfile

with tempfile.TemporaryDirectory() as directory:
    path = os.path.join(directory, "lines.txt")
    with open(path, "w", encoding="utf-8") as file:
        for number in range(120_000):
            file.write(f"{number},line of text number {number},grün\n")
    characters = words = 0
    for _ in range(3):
        with open(path, encoding="utf-8") as file:
            for line in file:
                characters += len(line)
                if line.endswith("9,grün\n"):
                    words += 1
    with open(path, encoding="utf-8") as source, open(path + ".copy", "w", encoding="utf-8") as target:
        for line in source:
            target.write(line)
    with open(path, "rb") as file:
        newlines = sum(block.count(b"\n") for block in iter(lambda: file.read(65536), b""))
    with open(path + ".copy", encoding="utf-8", newline="") as file:
        total = sum(int(row[0]) for row in csv.reader(file))
    with open(path, encoding="utf-8") as file:
        text = file.read()
    print(characters, words, newlines, total, len(text.splitlines()), os.path.getsize(path + ".copy"))
