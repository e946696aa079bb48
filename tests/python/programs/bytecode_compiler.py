"""A compiler for a small language: lexer, Pratt parser, code for a stack machine, optimiser, disassembly and
virtual machine."""
import re
from dataclasses import dataclass, field

TOKEN = re.compile(r"\s*(?:(\d+\.?\d*)|([A-Za-z_]\w*)|(==|!=|<=|>=|&&|\|\||[-+*/%<>=!(){};,]))")
BINDING = {"||": 1, "&&": 2, "==": 3, "!=": 3, "<": 4, ">": 4, "<=": 4, ">=": 4, "+": 5, "-": 5, "*": 6, "/": 6,
           "%": 6}


def tokens(text):
    at, text = 0, text.rstrip()
    while at < len(text):
        m = TOKEN.match(text, at)
        if not m:
            raise SyntaxError(f"bad character {text[at]!r} at {at}")
        at = m.end()
        yield float(m[1]) if m[1] else m[2] or m[3]
    yield None


@dataclass
class Compiler:
    stream: list
    code: list = field(default_factory=list)
    at: int = 0

    @property
    def now(self):
        return self.stream[self.at]

    def next(self, expected=None):
        token = self.now
        if expected is not None and token != expected:
            raise SyntaxError(f"expected {expected!r}, found {token!r}")
        self.at += 1
        return token

    def emit(self, *instruction):
        self.code.append(instruction)
        return len(self.code) - 1

    def program(self):
        while self.now is not None:
            self.statement()
        return self.code

    def block(self):
        self.next("{")
        while self.now != "}":
            self.statement()
        self.next("}")

    def statement(self):
        match self.now:
            case "while":
                self.next()
                start = len(self.code)
                self.expression()
                hole = self.emit("jump_if_false", None)
                self.block()
                self.emit("jump", start)
                self.code[hole] = ("jump_if_false", len(self.code))
            case "if":
                self.next()
                self.expression()
                hole = self.emit("jump_if_false", None)
                self.block()
                if self.now == "else":
                    self.next()
                    end = self.emit("jump", None)
                    self.code[hole] = ("jump_if_false", len(self.code))
                    self.block()
                    hole = end
                self.code[hole] = (self.code[hole][0], len(self.code))
            case "print":
                self.next()
                self.expression()
                self.next(";")
                self.emit("print")
            case str(name) if name.isidentifier():
                self.next()
                self.next("=")
                self.expression()
                self.next(";")
                self.emit("store", name)
            case other:
                raise SyntaxError(f"statement cannot begin with {other!r}")

    def expression(self, least=0):
        match self.next():
            case float(value):
                self.emit("push", value)
            case "(":
                self.expression()
                self.next(")")
            case "-":
                self.expression(7)
                self.emit("negate")
            case str(name) if name.isidentifier():
                self.emit("load", name)
            case other:
                raise SyntaxError(f"expression cannot begin with {other!r}")
        while self.now is not None and BINDING.get(self.now, 0) > least:
            operator = self.next()
            self.expression(BINDING[operator])
            match self.code[-2:]:
                case [("push", a), ("push", b)] if operator not in ("/", "%") or b:
                    self.code[-2:] = [("push", float(OPERATIONS[operator](a, b)))]
                case _:
                    self.emit("binary", operator)


OPERATIONS = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a,
              b: a / b, "%": lambda a, b: a % b, "<": lambda a, b: a < b, ">": lambda a, b: a > b,
              "<=": lambda a, b: a <= b, ">=": lambda a, b: a >= b, "==": lambda a, b: a == b, "!=": lambda a,
              b: a != b, "&&": lambda a, b: a and b, "||": lambda a, b: a or b}


def run(code):
    stack, names, ip = [], {}, 0
    while ip < len(code):
        instruction, *argument = code[ip]
        ip += 1
        match instruction, argument:
            case "push", [value]: stack.append(value)
            case "load", [name]: stack.append(names[name])
            case "store", [name]: names[name] = stack.pop()
            case "negate", []: stack.append(-stack.pop())
            case "binary", [operator]:
                right = stack.pop()
                stack.append(OPERATIONS[operator](stack.pop(), right))
            case "jump", [target]: ip = target
            case "jump_if_false", [target]: ip = ip if stack.pop() else target
            case "print", []: print(f"{stack.pop():g}", end=" ")
    return names


SOURCE = "n = 27; steps = 0; while n != 1 { if n % 2 == 0 { n = n / 2; } else { n = 3 * n + 1; } steps = steps + 1; } print steps; print 2 + 3 * (4 - 1) - -1;"
code = Compiler(list(tokens(SOURCE))).program()
for number, (name, *argument) in enumerate(code):
    print(f"{number:3} {name:14}{argument[0] if argument else ''}")
print(run(code))
for bad in ("x = ;", "print 1", "while 1 { ", "1 = 2;", "x = 3 $ 4;", "print y;", "print 1 / 0;", "if { }"):
    try:
        run(Compiler(list(tokens(bad))).program())
    except Exception as error:
        print(bad, "->", type(error).__name__, error)
