# co_lines() and co_positions() give iterators of types of their own, which cannot be made, copied or pickled.
import copy
import pickle


def walk(items):
    for item in items:
        if item: yield (item,
                        -item)


code = walk.__code__
lines, positions = code.co_lines(), code.co_positions()
print(type(lines), type(positions), iter(lines) is lines, iter(positions) is positions)
first = code.co_firstlineno
print([(start, end, line and line - first) for start, end, line in code.co_lines()])
print([tuple(number and number - first if i < 2 else number for i, number in enumerate(place)) for place in code.co_positions()])
print(next(lines)[:2], len(list(lines)) == len(list(code.co_lines())) - 1, next(lines, "end"), next(lines, "end"))
print(len(list(positions)) == len(code.co_code) // 2, next(positions, "end"), next(positions, "end"))

for iterator in (code.co_lines(), code.co_positions()):
    for action in (copy.copy, pickle.dumps, lambda i: type(i)(), len, lambda i: setattr(i, "x", 1), lambda i: type(i).__next__([])):
        try:
            print(action(iterator))
        except (TypeError, AttributeError) as error:
            print(type(error).__name__, error)

# The iterator keeps the code alive, and sees the table as it was.
lines = compile("a\nb\n", "x", "exec").co_lines()
print(list(lines))
