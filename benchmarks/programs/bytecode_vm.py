"""A stack machine written in Python runs a small program: a dispatch loop of comparisons, list push and pop."""

PUSH, LOAD, STORE, ADD, SUB, MUL, MOD, LESS, JUMP, JUMP_IF_FALSE, CALL, RETURN, PRINT, HALT = range(14)


class Machine:
    def __init__(self, program):
        self.program = program
        self.stack = []
        self.frames = []
        self.variables = {}
        self.executed = 0

    def run(self):
        program = self.program
        stack = self.stack
        variables = self.variables
        pointer = 0
        while True:
            opcode, argument = program[pointer]
            pointer += 1
            self.executed += 1
            if opcode == PUSH:
                stack.append(argument)
            elif opcode == LOAD:
                stack.append(variables[argument])
            elif opcode == STORE:
                variables[argument] = stack.pop()
            elif opcode == ADD:
                right = stack.pop()
                stack[-1] += right
            elif opcode == SUB:
                right = stack.pop()
                stack[-1] -= right
            elif opcode == MUL:
                right = stack.pop()
                stack[-1] *= right
            elif opcode == MOD:
                right = stack.pop()
                stack[-1] %= right
            elif opcode == LESS:
                right = stack.pop()
                stack[-1] = stack[-1] < right
            elif opcode == JUMP:
                pointer = argument
            elif opcode == JUMP_IF_FALSE:
                if not stack.pop():
                    pointer = argument
            elif opcode == CALL:
                self.frames.append((pointer, variables))
                variables = {"n": stack.pop()}
                pointer = argument
            elif opcode == RETURN:
                pointer, variables = self.frames.pop()
            elif opcode == PRINT:
                print(stack.pop())
            else:
                return


def assemble(text):
    labels = {}
    lines = []
    for line in text.split("\n"):
        words = line.split()
        if not words:
            continue
        if words[0].endswith(":"):
            labels[words[0][:-1]] = len(lines)
        else:
            lines.append(words)
    names = {name: value for name, value in globals().items() if name.isupper() and isinstance(value, int)}
    program = []
    for words in lines:
        argument = words[1] if len(words) > 1 else None
        if argument in labels:
            argument = labels[argument]
        elif argument is not None and argument.lstrip("-").isdigit():
            argument = int(argument)
        program.append((names[words[0]], argument))
    return program


PROGRAM = """
    PUSH 0
    STORE i
    PUSH 1
    STORE sum
loop:
    LOAD i
    PUSH 200000
    LESS
    JUMP_IF_FALSE done
    LOAD sum
    PUSH 31
    MUL
    LOAD i
    ADD
    PUSH 1000003
    MOD
    STORE sum
    LOAD i
    PUSH 1
    ADD
    STORE i
    JUMP loop
done:
    LOAD sum
    PRINT
    PUSH 22
    CALL fib
    PRINT
    HALT
fib:
    LOAD n
    PUSH 2
    LESS
    JUMP_IF_FALSE more
    LOAD n
    RETURN
more:
    LOAD n
    PUSH 1
    SUB
    CALL fib
    LOAD n
    PUSH 2
    SUB
    CALL fib
    ADD
    RETURN
"""

machine = Machine(assemble(PROGRAM))
machine.run()
print(machine.executed)
