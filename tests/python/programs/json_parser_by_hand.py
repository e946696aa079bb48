"""A JSON parser and printer written by hand, with positions in its errors, compared with the module json."""
import json
import re


class JsonError(ValueError):
    def __init__(self, message, text, at):
        line = text.count("\n", 0, at) + 1
        column = at - text.rfind("\n", 0, at)
        super().__init__(f"{message} at line {line} column {column}")


class Parser:
    NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?")
    ESCAPES = dict(zip('"\\/bfnrt', '"\\/\b\f\n\r\t'))
    WORDS = {"true": True, "false": False, "null": None}

    def __init__(self, text):
        self.text, self.at = text, 0

    def fail(self, message):
        raise JsonError(message, self.text, self.at)

    def peek(self):
        while self.text[self.at:self.at + 1].isspace():
            self.at += 1
        return self.text[self.at:self.at + 1]

    def take(self, char):
        if self.peek() != char:
            self.fail(f"expected {char!r}")
        self.at += 1

    def value(self):
        match self.peek():
            case "{":
                return dict(self.items("{", "}", self.pair))
            case "[":
                return list(self.items("[", "]", self.value))
            case '"':
                return self.string()
            case "":
                self.fail("unexpected end")
        if m := self.NUMBER.match(self.text, self.at):
            self.at = m.end()
            return (float if m[2] or m[3] else int)(m[0])
        for word, value in self.WORDS.items():
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return value
        self.fail("unexpected character")

    def items(self, opening, closing, item):
        self.take(opening)
        if self.peek() != closing:
            yield item()
            while self.peek() == ",":
                self.at += 1
                yield item()
        self.take(closing)

    def pair(self):
        self.peek()
        key = self.string()
        self.take(":")
        return key, self.value()

    def string(self):
        self.take('"')
        out = []
        while (char := self.text[self.at:self.at + 1]) != '"':
            if char < " ":
                self.fail("bad character in string" if char else "unterminated string")
            self.at += 1
            if char == "\\":
                escape = self.text[self.at:self.at + 1]
                self.at += 1
                if escape == "u":
                    char = chr(int(self.text[self.at:self.at + 4], 16))
                    self.at += 4
                else:
                    char = self.ESCAPES.get(escape) or self.fail("bad escape")
            out.append(char)
        self.at += 1
        return "".join(out)


def parse(text):
    parser = Parser(text)
    value = parser.value()
    if parser.peek():
        parser.fail("extra data")
    return value


GOOD = ['{"a": [1, 2.5, -3e2, true, null], "b": {"c": ""}}', " [ ] ", "{}", '"\\u00e9\\n\\"\\/"', "-0", "1E5",
        '[[[[]]], {"x": [{}]}]', "0.1", '"é"']
for text in GOOD:
    value = parse(text)
    print(value, value == json.loads(text), parse(json.dumps(value, indent=1)) == value)
for text in ("", "[1,]", "[1 2]", '{"a" 1}', '{a: 1}', '"abc', '"\\x"', "tru", "01", "[1]]", "-", "[\n1,\n  x]",
             '"a\nb"', "{,}"):
    try:
        print(text, parse(text))
    except ValueError as error:
        print(repr(text), type(error).__name__, error)
    try:
        json.loads(text)
    except ValueError as error:
        print("   json:", error)
