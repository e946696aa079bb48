"""One's own functions, instruction by instruction: sys.settrace with f_trace_opcodes, and dis to name what runs."""
import collections
import dis
import sys


class Tracer:
    """Notes each instruction of the functions that it is given."""

    def __init__(self, *functions):
        self.instructions = {function.__code__: {i.offset: i for i in dis.get_instructions(function)}
                             for function in functions}
        self.steps = []

    def __enter__(self):
        sys.settrace(self.call)
        return self

    def __exit__(self, *_):
        sys.settrace(None)

    def call(self, frame, event, argument):
        if frame.f_code not in self.instructions:
            return None
        frame.f_trace_opcodes = True
        frame.f_trace_lines = False
        return self.step

    def step(self, frame, event, argument):
        if event == "opcode":
            instruction = self.instructions[frame.f_code][frame.f_lasti]
            self.steps.append((frame.f_code.co_name, frame.f_lineno, instruction, dict(frame.f_locals)))
        return self.step


def greatest(a, b):
    while b:
        a, b = b, a % b
    return a


with Tracer(greatest) as tracer:
    greatest(12, 18)
line = None
for name, number, instruction, values in tracer.steps:
    if number != line:
        line = number
        print(f"{name} +{number - greatest.__code__.co_firstlineno} with {values}")
    print(f"    {instruction.offset:3} {instruction.opname:22} {instruction.argrepr}")

# What the program did can now be counted.
print(collections.Counter(step[2].opname for step in tracer.steps).most_common(4))


def squares(n):
    for i in range(n):
        yield i * i


def total(n):
    return sum(squares(n))


# A generator is left at YIELD_VALUE and entered again behind it: calls between the two are visible.
with Tracer(squares, total) as tracer:
    print(total(3))
print([f"{name}:{i.opname}" for name, _, i, _ in tracer.steps
       if i.opname in ("RESUME", "YIELD_VALUE", "RETURN_VALUE", "CALL")])


# The jumps that were taken: where the next instruction is not the one behind.
def sign(n):
    if n < 0:
        return -1
    return 1 if n else 0


for n in (-5, 0, 5):
    with Tracer(sign) as tracer:
        sign(n)
    offsets = [i.offset for _, _, i, _ in tracer.steps]
    behind = {a.offset: b.offset for a, b in zip(*(lambda l: (l, l[1:]))(list(dis.get_instructions(sign))))}
    print(n, [(a, b) for a, b in zip(offsets, offsets[1:]) if behind[a] != b], len(offsets), "instructions")
print(sys.gettrace())
