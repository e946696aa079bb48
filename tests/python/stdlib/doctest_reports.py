"""doctest: passing and failing examples, exceptions, options, whitespace, skipped ones, the report of
failures."""
import doctest
import sys


def good():
    """
    >>> 1 + 1
    2
    >>> print("a\\n\\nb")
    a
    <BLANKLINE>
    b
    >>> [].pop()
    Traceback (most recent call last):
        ...
    IndexError: pop from empty list
    >>> list(range(30)) # doctest: +ELLIPSIS
    [0, 1, ..., 29]
    >>> print("a   b") # doctest: +NORMALIZE_WHITESPACE
    a b
    >>> 1 / 0 # doctest: +SKIP
    >>> for i in range(2):
    ...     print(i)
    0
    1
    >>> x = 5
    >>> x
    5
    """


def bad():
    """
    >>> 1 + 1
    3
    >>> print("one\\ntwo\\nthree")
    one
    TWO
    three
    >>> 1 / 0
    5
    >>> int("x")
    Traceback (most recent call last):
    ValueError: other text
    >>> int("y") # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    ValueError: whatever
    >>> 5
    >>> undefined_name
    """


class K:
    """
    >>> K().method()
    'm'
    """
    def method(self):
        """
        >>> K.nothing
        Traceback (most recent call last):
        AttributeError: type object 'K' has no attribute 'nothing'
        """
        return "m"

    @property
    def prop(self):
        """
        >>> K().prop
        1
        """
        return 2


print(doctest.testmod(sys.modules[__name__]))
print(doctest.testmod(sys.modules[__name__], optionflags=doctest.REPORT_NDIFF | doctest.FAIL_FAST))
print(doctest.testmod(sys.modules[__name__],
                      optionflags=doctest.REPORT_UDIFF | doctest.REPORT_ONLY_FIRST_FAILURE, report=False))
finder = doctest.DocTestFinder()
for test in finder.find(K, "K"):
    print(test.name, len(test.examples), [(e.source, e.want, e.lineno) for e in test.examples])
parser = doctest.DocTestParser()
print(parser.get_examples("text\n>>> a\n  b\n\nmore\n>>> c # doctest: +SKIP\n")[0].want,
      doctest.script_from_examples("text\n>>> a\n1\n"))
for wrong in (">>>a\n", ">>> a\n... b\n ...c", "  >>> a\n x", ">>> a # doctest: +NOPE\n"):
    try:
        print([e.source for e in parser.get_examples(wrong)])
    except ValueError as error:
        print(error)
runner = doctest.DocTestRunner(verbose=True)
runner.run(finder.find(good, "good")[0])
print(runner.summarize(verbose=True))
