"""A small processor: assembler with labels, registers, flags, memory and interrupts; programs run on it."""


class Halt(Exception):
    pass


class Machine:
    def __init__(self, source):
        self.registers, self.memory, self.flags, self.out = dict.fromkeys("abcd", 0), bytearray(64), set(), []
        lines = [line.split(";")[0].strip() for line in source.splitlines()]
        self.code, self.labels = [], {}
        for line in filter(None, lines):
            if line.endswith(":"):
                self.labels[line[:-1]] = len(self.code)
            else:
                operation, _, rest = line.partition(" ")
                self.code.append((operation, *[part.strip() for part in rest.split(",") if part.strip()]))

    def get(self, text):
        if text in self.registers:
            return self.registers[text]
        if text.startswith("["):
            return self.memory[self.get(text[1:-1])]
        return self.labels[text] if text in self.labels else int(text, 0)

    def put(self, text, value):
        if text.startswith("["):
            self.memory[self.get(text[1:-1])] = value & 0xff
        elif text in self.registers:
            self.registers[text] = value & 0xffff
        else:
            raise ValueError(f"cannot store to {text}")

    def run(self, limit=2000):
        self.ip, self.stack = 0, []
        try:
            for step in range(limit):
                operation, *operands = self.code[self.ip]
                self.ip += 1
                getattr(self, "do_" + operation)(*operands)
            return "limit reached"
        except Halt:
            return step
        except (KeyError, ValueError, IndexError, AttributeError, ZeroDivisionError, TypeError) as error:
            return f"{type(error).__name__} at {self.ip - 1}: {error}"

    def do_mov(self, to, source): self.put(to, self.get(source))
    def do_add(self, to, source): self.put(to, self.get(to) + self.get(source))
    def do_sub(self, to, source): self.put(to, self.get(to) - self.get(source))
    def do_mul(self, to, source): self.put(to, self.get(to) * self.get(source))
    def do_div(self, to, source): self.put(to, self.get(to) // self.get(source))
    def do_cmp(self, a, b): self.flags = {f for f, on in (("z", self.get(a) == self.get(b)),
                                                          ("l", self.get(a) < self.get(b))) if on}
    def do_jmp(self, target): self.ip = self.get(target)
    def do_jz(self, target): "z" in self.flags and self.do_jmp(target)
    def do_jl(self, target): "l" in self.flags and self.do_jmp(target)
    def do_call(self, target): self.stack.append(self.ip); self.do_jmp(target)
    def do_ret(self): self.ip = self.stack.pop()
    def do_out(self, value): self.out.append(self.get(value))
    def do_hlt(self): raise Halt


PROGRAMS = ["mov a, 1\nmov b, 10\nloop:\nmul a, b\nsub b, 1\ncmp b, 0\njz end\njmp loop\nend:\nout a\nhlt",
            "mov a, 0\nfill:\nmov [a], a\nadd a, 1\ncmp a, 9\njl fill\nout [8]\ncall twice\nout a\nhlt\ntwice:\nadd a, a\nret", "loop:\njmp loop", "mov a, nope", "mov 5, a", "div a, b", "ret", "fly a", "mov a", "mov [99], a", "add a, 70000 ; wraps\nout a\nhlt"]
for source in PROGRAMS:
    machine = Machine(source)
    print(machine.run(), machine.out, machine.registers)
