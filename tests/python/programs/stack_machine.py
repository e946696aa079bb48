"""A compiler for a small language of stacks, and the machine that runs it."""


class Machine:
    def __init__(self):
        self.stack, self.words, self.output = [], {}, []
        for name, function in {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b,
                               "<": lambda a, b: int(a < b), "=": lambda a, b: int(a == b), "mod": lambda a, b: a % b}.items():
            self.words[name] = lambda f=function: self.binary(f)
        self.words |= {"dup": lambda: self.stack.append(self.stack[-1]), "drop": lambda: self.stack.pop(),
                       "swap": self.swap, ".": lambda: self.output.append(self.stack.pop()), "over": lambda: self.stack.append(self.stack[-2])}

    def binary(self, function):
        b, a = self.stack.pop(), self.stack.pop()
        self.stack.append(function(a, b))

    def swap(self):
        self.stack[-2:] = self.stack[:-3:-1]

    def compile(self, tokens, stop=()):
        code = []
        for token in tokens:
            if token in stop:
                return code, token
            if token == ":":
                name = next(tokens)
                body, _ = self.compile(tokens, (";",))
                self.words[name] = lambda body=body: self.run(body)
            elif token == "if":
                yes, end = self.compile(tokens, ("else", "then"))
                no = self.compile(tokens, ("then",))[0] if end == "else" else []
                code.append(("if", yes, no))
            elif token == "begin":
                code.append(("loop", self.compile(tokens, ("until",))[0]))
            elif token.lstrip("-").isdigit():
                code.append(int(token))
            else:
                code.append(token)
        if stop:
            raise SyntaxError(f"missing {' or '.join(stop)}")
        return code, None

    def run(self, code):
        for item in code:
            match item:
                case int():
                    self.stack.append(item)
                case ("if", yes, no):
                    self.run(yes if self.stack.pop() else no)
                case ("loop", body):
                    while True:
                        self.run(body)
                        if self.stack.pop():
                            break
                case _:
                    if item not in self.words:
                        raise NameError(f"unknown word {item}")
                    self.words[item]()

    def do(self, text):
        try:
            self.run(self.compile(iter(text.split()))[0])
        except (NameError, SyntaxError, IndexError) as error:
            self.output.append(f"{type(error).__name__}: {error}")
        result, self.output = self.output, []
        return result, self.stack


machine = Machine()
for text in ("1 2 + .", ": square dup * ; 7 square .", ": fact dup 2 < if drop 1 else dup 1 - fact * then ; 20 fact .", "5 begin dup . 1 - dup 0 = until drop",
             "1 2 swap . .", "+", "nothing", "1 if 2", ": gcd dup 0 = if drop else swap over mod gcd then ; 48 18 gcd .", "1 2 over"):
    print(text, "->", *machine.do(text))
