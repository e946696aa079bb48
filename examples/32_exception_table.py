"""try costs nothing until something is raised: a table says which handler covers which instructions."""
import dis


def careful(text):
    try:
        return int(text)
    except ValueError:
        return None


def with_block(manager):
    with manager as value:
        return value


dis.dis(careful)
print(careful("7"), careful("x"))


def read_varint(data):
    value = byte = next(data)
    value &= 63
    while byte & 64:
        byte = next(data)
        value = value << 6 | byte & 63
    return value


def entries(code):
    """Each entry: start, length, target, then depth of the stack and whether to push the instruction's offset."""
    data = iter(code.co_exceptiontable)
    while True:
        try:
            start = read_varint(data) * 2
        except StopIteration:
            return
        end = start + read_varint(data) * 2
        target, depth_lasti = read_varint(data) * 2, read_varint(data)
        yield start, end, target, depth_lasti >> 1, bool(depth_lasti & 1)


for function in (careful, with_block):
    print(function.__name__, len(function.__code__.co_exceptiontable), "bytes")
    names = {i.offset: i.opname for i in dis.get_instructions(function)}
    for start, end, target, depth, lasti in entries(function.__code__):
        print(f"  {start:3} to {end - 2:3} -> {target:3} ({names[target]}), depth {depth}{', lasti' if lasti else ''}")


def nested():
    steps = []
    for n in (1, 0, "x"):
        try:
            try:
                steps.append(10 // n)
            finally:
                steps.append("inner finally")
        except (ZeroDivisionError, TypeError) as error:
            steps.append(type(error).__name__)
    return steps


print(nested())
# The body of `finally` is compiled twice: once for the normal way, once for exceptions.
print([i.argval for i in dis.get_instructions(nested) if i.argval == "inner finally"])
print(len(list(entries(nested.__code__))), "entries")
print(list(entries((lambda: 1).__code__)))
