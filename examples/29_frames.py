"""A frame is one running call: its code, its variables, where it is, and the frame that called it."""
import sys
import traceback


def where():
    frame = sys._getframe()
    chain = []
    while frame:
        chain.append(f"{frame.f_code.co_name}:{frame.f_lineno}")
        frame = frame.f_back
    return chain


def outer():
    return where()


print(outer())


def caller_variable(name):
    """Reads a variable of the function that called this one."""
    return sys._getframe(1).f_locals[name]


def secretive():
    secret = 42
    return caller_variable("secret")


print(secretive())


def recursive(depth):
    if depth == 0:
        frame, seen = sys._getframe(), []
        while frame.f_code is recursive.__code__:
            seen.append(frame.f_locals["depth"])      # each call has variables of its own
            frame = frame.f_back
        return seen
    return recursive(depth - 1)


print(recursive(4))

# A generator keeps its frame while it sleeps; the frame has no caller then.
def sleeper():
    step = "first"
    yield sys._getframe()
    step = "second"
    yield


generator = sleeper()
frame = next(generator)
print(frame is generator.gi_frame, frame.f_locals, frame.f_back, frame.f_lineno - sleeper.__code__.co_firstlineno)
next(generator)
print(frame.f_locals, frame.f_lineno - sleeper.__code__.co_firstlineno)


# An exception keeps the frames it came through: their variables can still be read.
def risky(items):
    position = 3
    return items[position]


try:
    risky([1, 2])
except IndexError as error:
    entry = error.__traceback__.tb_next
    print(entry.tb_frame.f_code.co_name, entry.tb_frame.f_locals, entry.tb_lineno)
    entry.tb_frame.clear()
    print("cleared:", entry.tb_frame.f_locals)

print(sys._getframe().f_globals is globals(), sys._getframe().f_locals is globals())
print([entry.name for entry in traceback.extract_stack()])
try:
    sys._getframe(100)
except ValueError as error:
    print(error)
