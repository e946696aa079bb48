"""What the compiler does before anything runs: folding, dead code, jumps, constants."""
import dis


def show(function):
    print(function.__name__, [f"{i.opname}({i.argrepr})" if i.argrepr else i.opname
                              for i in dis.get_instructions(function)][1:])


def seconds():
    return 24 * 60 * 60                        # folded while the tree is walked


def too_large():
    return "ab" * 5000                         # not folded: the result would be too long to keep


def pieces():
    return ("a", 1 + 1, -3), "x" "y", (1, 2)[0]


def membership(x):
    return x in [1, 2, 3], x in {4, 5}         # a list becomes a tuple, a set a frozenset


def loop_over_constants():
    for item in [1, 2]:
        pass


def dead_code():
    if 0:
        return "never"
    while False:
        print("never")
    return "always"
    print("never")


def negation(x):
    if not x:
        return 1
    return 2


def short_circuit(a, b, c):
    return a and b and c


def swap(a, b):
    a, b = b, a                                # no tuple is built
    return a, b


def formatted(name):
    return "hello %s" % name, f"{name}" f"{'!'}"


for function in (seconds, pieces, membership, loop_over_constants, dead_code, negation, short_circuit, swap,
                 formatted):
    show(function)
print(len(too_large.__code__.co_consts), [type(c).__name__ for c in too_large.__code__.co_consts])

# assert and docstrings depend on the level of optimisation.
SOURCE = '"""doc"""\nassert x, "message"\n__debug__\n'
for level in (0, 1, 2):
    code = compile(SOURCE, "<source>", "exec", optimize=level)
    print("level", level, [c for c in code.co_consts if isinstance(c, str)], len(code.co_code) > 20)

# Equal constants of one code object are one; 0.0, -0.0, 0 and False are not mixed up.
print(compile("(1, 1.0, True, 0.0, -0.0, 1)", "<source>", "eval").co_consts)
print(compile("a = 1; b = 1.0; c = True; d = 1", "<source>", "exec").co_consts)
