"""A little eval loop: it runs real bytecode of the interpreter on a stack of its own, and shows each step."""
import dis
import operator

BINARY = {"+": operator.add, "-": operator.sub, "*": operator.mul, "%": operator.mod, "//": operator.floordiv}
COMPARE = {"<": operator.lt, ">": operator.gt, "==": operator.eq, "<=": operator.le}


class Machine:
    def __init__(self, function, *arguments, show=True):
        self.instructions = list(dis.get_instructions(function))
        self.at = {instruction.offset: index for index, instruction in enumerate(self.instructions)}
        self.locals = dict(zip(function.__code__.co_varnames, arguments))
        self.stack, self.show, self.steps = [], show, 0

    def run(self):
        index = 0
        while True:
            instruction = self.instructions[index]
            self.steps += 1
            target = getattr(self, instruction.opname)(instruction)
            if self.show:
                print(f"  {instruction.offset:3} {instruction.opname:22}{instruction.argrepr:10} {self.stack}")
            if instruction.opname == "RETURN_VALUE":
                return target
            index = index + 1 if target is None else self.at[target]

    def RESUME(self, instruction):
        pass

    def LOAD_CONST(self, instruction):
        self.stack.append(instruction.argval)

    def LOAD_FAST(self, instruction):
        self.stack.append(self.locals[instruction.argval])

    def STORE_FAST(self, instruction):
        self.locals[instruction.argval] = self.stack.pop()

    def BINARY_OP(self, instruction):
        right, left = self.stack.pop(), self.stack.pop()
        self.stack.append(BINARY[instruction.argrepr.rstrip("=")](left, right))

    def COMPARE_OP(self, instruction):
        right, left = self.stack.pop(), self.stack.pop()
        self.stack.append(COMPARE[instruction.argval](left, right))

    def JUMP_FORWARD(self, instruction):
        return instruction.argval

    def POP_JUMP_FORWARD_IF_FALSE(self, instruction):
        return None if self.stack.pop() else instruction.argval

    def POP_JUMP_BACKWARD_IF_TRUE(self, instruction):
        return instruction.argval if self.stack.pop() else None

    def RETURN_VALUE(self, instruction):
        return self.stack.pop()


def collatz(n):
    steps = 0
    while n > 1:
        if n % 2 == 0:
            n = n // 2
        else:
            n = 3 * n + 1
        steps += 1
    return steps


print("result", Machine(lambda a, b: a * 2 - b % 3, 5, 7).run())
for start in (6, 27):
    collatz_machine = Machine(collatz, start, show=False)
    print(start, collatz_machine.run() == collatz(start), collatz(start), "in", collatz_machine.steps, "instructions")
