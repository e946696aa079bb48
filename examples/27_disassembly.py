"""dis shows the bytecode of a function: line, offset, instruction, argument."""
import dis


def area(radius):
    if radius < 0:
        return None
    return 3.14 * radius ** 2


dis.dis(area)

# A code object is bytes plus the tables that the numbers in them point to.
code = area.__code__
print(code.co_code[:4].hex(), "...", len(code.co_code), "bytes")
print("names", code.co_varnames, "constants", code.co_consts, "stack", code.co_stacksize)

# What each instruction does to the height of the value stack.
height = 0
for instruction in dis.get_instructions(area):
    jump = False if instruction.opcode in dis.hasjrel else None
    height += dis.stack_effect(instruction.opcode, instruction.arg, jump=jump)
    print(f"{instruction.offset:3} {instruction.opname:25} height after it {height}")
    if instruction.opname == "RETURN_VALUE":
        height = 0


# A list comprehension is a function of its own, called at once with the iterator.
def squares(limit):
    return [n * n for n in range(limit) if n % 2]


for instruction in dis.get_instructions(squares):
    print(instruction.opname, instruction.argrepr.split(" at 0x")[0])
inner = next(constant for constant in squares.__code__.co_consts if hasattr(constant, "co_code"))
print("inside", inner.co_name)
dis.dis(inner)

# Which source line each offset belongs to, and which columns.
print(list(dis.findlinestarts(code)))
print([(p.lineno, p.end_lineno, p.col_offset, p.end_col_offset) for p in
       (i.positions for i in dis.get_instructions(area)) if p.lineno == area.__code__.co_firstlineno + 3])
