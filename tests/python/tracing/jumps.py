# Assigning to f_lineno in a line event makes the frame go on there, where the value stack allows it.
import sys


def run(function, start, target):
    output = []

    def tracer(frame, event, argument):
        nonlocal done
        if frame.f_code is not function.__code__:
            return None
        first = frame.f_code.co_firstlineno
        if event == "line" and not done and frame.f_lineno == first + start:
            done = True
            frame.f_lineno = first + target
        return tracer

    done = False
    sys.settrace(tracer)
    try:
        result = function(output)
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    finally:
        sys.settrace(None)
    print(function.__name__, start, target, output, result)


def straight(output):
    output.append(1)
    output.append(2)
    output.append(3)
    output.append(4)


def loops(output):
    for i in 1, 2:
        output.append(i)
        for j in 3, 4:
            output.append(j)
    output.append(5)
    while len(output) < 9:
        output.append(7)
    output.append(8)


def tries(output):
    try:
        output.append(2)
        1 / 0
    except ZeroDivisionError as error:
        output.append(5)
        output.append(6)
    finally:
        output.append(8)
    output.append(9)


class Manager:
    def __init__(self, output, number):
        self.output, self.number = output, number

    def __enter__(self):
        self.output.append(self.number)

    def __exit__(self, *exc):
        self.output.append(-self.number)


def withs(output):
    with Manager(output, 1):
        output.append(2)
        output.append(3)
    output.append(4)
    with Manager(output, 5):
        output.append(6)


def branches(output):
    if output:
        output.append(2)
    elif not output:
        output.append(4)
    else:
        output.append(6)
    return [x for x in output]


for pair in ((1, 3), (3, 1), (2, 2), (2, 4), (1, 100), (1, -5)):
    run(straight, *pair)
for pair in ((1, 5), (2, 5), (4, 5), (5, 2), (4, 2), (2, 4), (4, 6), (7, 8), (8, 7), (5, 4)):
    run(loops, *pair)
for pair in ((2, 9), (2, 5), (5, 9), (5, 2), (6, 5), (9, 2), (9, 5), (8, 9), (9, 8), (2, 8), (3, 8)):
    run(tries, *pair)
for pair in ((2, 3), (3, 2), (2, 4), (4, 2), (2, 6), (6, 4), (4, 6), (1, 4)):
    run(withs, *pair)
for pair in ((1, 2), (1, 6), (4, 2), (3, 7), (7, 2)):
    run(branches, *pair)
