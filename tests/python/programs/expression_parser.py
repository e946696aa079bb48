"""A tokenizer, a recursive descent parser and an evaluator for arithmetic with variables."""
import re

TOKEN = re.compile(r"\s*(?:(\d+\.?\d*)|([A-Za-z_]\w*)|(\*\*|.))")


def tokenize(text):
    for number, name, mark in TOKEN.findall(text.strip()):
        yield ("number", float(number)) if number else ("name", name) if name else ("mark", mark)
    yield "end", None


class Parser:
    def __init__(self, text):
        self.tokens = list(tokenize(text))
        self.at = 0

    def peek(self):
        return self.tokens[self.at][1]

    def take(self, *marks):
        if self.tokens[self.at][0] == "mark" and self.peek() in marks:
            self.at += 1
            return self.tokens[self.at - 1][1]

    def binary(self, below, *marks):
        left = below()
        while mark := self.take(*marks):
            left = (mark, left, below())
        return left

    def expression(self):
        return self.binary(self.term, "+", "-")

    def term(self):
        return self.binary(self.factor, "*", "/")

    def factor(self):
        if self.take("-"):
            return "neg", self.factor()
        base = self.atom()
        return ("**", base, self.factor()) if self.take("**") else base

    def atom(self):
        kind, value = self.tokens[self.at]
        if self.take("("):
            inside = self.expression()
            if not self.take(")"):
                raise SyntaxError(f"expected ')' at token {self.at}")
            return inside
        if kind not in ("number", "name"):
            raise SyntaxError(f"unexpected {value!r} at token {self.at}")
        self.at += 1
        return value

    def parse(self):
        tree = self.expression()
        if self.tokens[self.at][0] != "end":
            raise SyntaxError(f"unexpected {self.peek()!r} after the end")
        return tree


def evaluate(tree, names):
    match tree:
        case float(value):
            return value
        case str(name):
            return names[name]
        case ("neg", inner):
            return -evaluate(inner, names)
        case (mark, left, right):
            a, b = evaluate(left, names), evaluate(right, names)
            return {"+": a + b, "-": a - b, "*": a * b, "**": a ** b}[mark] if mark != "/" else a / b


for text in ("1 + 2 * 3", "(1 + 2) * 3", "2 ** 3 ** 2", "-x ** 2", "10 / 4 - y", "2 *", "(1", "1 2", "a + 1", "1 / 0", "", "3 $ 4"):
    try:
        tree = Parser(text).parse()
        print(f"{text:12} {tree} = {evaluate(tree, {'x': 3.0, 'y': 0.5})}")
    except (SyntaxError, KeyError, ZeroDivisionError) as error:
        print(f"{text:12} {type(error).__name__}: {error}")
