"""doctest: the examples in a docstring are run and compared with what stands below them.

>>> mean([1, 2, 3, 4])
2.5
"""
import doctest


def mean(numbers):
    """The arithmetic mean.

    >>> mean([10, 20])
    15.0
    >>> mean([])
    Traceback (most recent call last):
        ...
    ValueError: no numbers
    >>> mean(range(1000)), list(range(1000))     # doctest: +ELLIPSIS
    (499.5, [0, 1, ..., 999])
    >>> for n in (1, 2):
    ...     print(mean([n]))
    1.0
    2.0
    """
    if not numbers:
        raise ValueError("no numbers")
    return sum(numbers) / len(numbers)


class Stack:
    """
    >>> stack = Stack()
    >>> stack.push(1).push(2)
    Stack(1, 2)
    >>> stack.pop()
    2
    """

    def __init__(self):
        self.items = []

    def push(self, item):
        self.items.append(item)
        return self

    def pop(self):
        """An example that is wrong on purpose:

        >>> Stack().push("a").pop()
        a
        """
        return self.items.pop()

    def __repr__(self):
        return f"Stack({', '.join(map(repr, self.items))})"


# What the module runs when it is asked for a verdict: four docstrings, one failure.
finder = doctest.DocTestFinder()
for test in sorted(finder.find(Stack, "Stack") + finder.find(mean, "mean"), key=lambda test: test.name):
    out = []
    runner = doctest.DocTestRunner(optionflags=doctest.REPORT_NDIFF)
    runner.run(test, out=out.append)
    print(test.name, runner.failures, "of", runner.tries, "failed")
    print("".join(out).partition("Failed example:")[2].rstrip())

# The parts of an example.
example = doctest.DocTestParser().get_examples(mean.__doc__)[1]
print(repr(example.source), repr(example.exc_msg), example.lineno)

# A text is a test, too.
text = """
>>> import math
>>> math.isclose(math.pi, 22 / 7)
False
>>> print('a\\n\\nb')
a
<BLANKLINE>
b
"""
test = doctest.DocTestParser().get_doctest(text, {}, "text", None, 0)
print(doctest.DocTestRunner().run(test))
