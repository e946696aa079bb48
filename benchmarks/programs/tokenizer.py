"""Splits source text into tokens by hand, character by character: string indexing, slices, comparisons, tuples."""

KEYWORDS = {"if", "else", "while", "def", "return", "for", "in", "and", "or", "not"}
OPERATORS = ["**=", "//=", "**", "//", "==", "!=", "<=", ">=", "+=", "-=", "->", ":="]


class Token:
    def __init__(self, kind, text, line, column):
        self.kind = kind
        self.text = text
        self.line = line
        self.column = column

    def __repr__(self):
        return f"{self.line}:{self.column}:{self.kind}:{self.text!r}"


class Scanner:
    def __init__(self, text):
        self.text = text
        self.position = 0
        self.line = 1
        self.line_start = 0

    def tokens(self):
        text = self.text
        end = len(text)
        while self.position < end:
            char = text[self.position]
            if char == "\n":
                self.position += 1
                self.line += 1
                self.line_start = self.position
            elif char in " \t":
                self.position += 1
            elif char == "#":
                while self.position < end and text[self.position] != "\n":
                    self.position += 1
            elif char.isalpha() or char == "_":
                yield self.name()
            elif char.isdigit():
                yield self.number()
            elif char in "'\"":
                yield self.string(char)
            else:
                yield self.operator()

    def emit(self, kind, start):
        return Token(kind, self.text[start:self.position], self.line, start - self.line_start)

    def name(self):
        start = self.position
        text = self.text
        while self.position < len(text) and (text[self.position].isalnum() or text[self.position] == "_"):
            self.position += 1
        return self.emit("keyword" if text[start:self.position] in KEYWORDS else "name", start)

    def number(self):
        start = self.position
        kind = "int"
        text = self.text
        while self.position < len(text) and (text[self.position].isdigit() or text[self.position] in "._"):
            if text[self.position] == ".":
                kind = "float"
            self.position += 1
        return self.emit(kind, start)

    def string(self, quote):
        start = self.position
        self.position += 1
        while self.text[self.position] != quote:
            self.position += 2 if self.text[self.position] == "\\" else 1
        self.position += 1
        return self.emit("string", start)

    def operator(self):
        start = self.position
        for operator in OPERATORS:
            if self.text.startswith(operator, start):
                self.position += len(operator)
                break
        else:
            self.position += 1
        return self.emit("operator", start)


SOURCE = '''
def gcd(a, b):  # the oldest algorithm
    while b != 0:
        a, b = b, a % b
    return a

def describe(value, scale=1.5):
    text = "value: \\"" + str(value * scale) + '"'
    if value >= 10 and not scale == 2.75e0 or value // 3 <= 1_000:
        total = value ** 2
        total += len(text) - 1
    else:
        total = -1
    return total
'''

counts = {}
length = 0
for round_number in range(400):
    for token in Scanner(SOURCE * 5).tokens():
        counts[token.kind] = counts.get(token.kind, 0) + 1
        length += len(token.text) + token.line
print(sorted(counts.items()), length)
print(list(Scanner(SOURCE).tokens())[:12])
