"""unittest: the report of passes, failures, errors, skips, expected failures and subtests; assertion
messages; fixtures."""
import io
import re
import unittest


class Cases(unittest.TestCase):
    @classmethod
    def setUpClass(cls): print("setUpClass")
    @classmethod
    def tearDownClass(cls): print("tearDownClass")
    def setUp(self): self.addCleanup(print, "cleanup", self._testMethodName)
    def test_pass(self): "A docstring shown instead."
    def test_fail(self): self.assertEqual([1, 2, 3], [1, 5, 3])
    def test_error(self): raise KeyError("k")
    @unittest.skip("why")
    def test_skip(self): pass
    def test_skip_inside(self): self.skipTest("inside")
    @unittest.expectedFailure
    def test_expected(self): self.fail("expected")
    @unittest.expectedFailure
    def test_unexpected(self): pass
    def test_subtests(self):
        for i in range(4):
            with self.subTest("even", i=i):
                self.assertFalse(i % 2)
    def test_returns(self): pass


class BadSetup(unittest.TestCase):
    def setUp(self): raise OSError("no setup")
    def test_never(self): print("never")


def run(*cases, **options):
    stream = io.StringIO()
    suite = unittest.TestSuite(unittest.defaultTestLoader.loadTestsFromTestCase(c) for c in cases)
    result = unittest.TextTestRunner(stream, **options).run(suite)
    print(re.sub(r"in \d+\.\d+s", "in T", stream.getvalue()))
    print(result, result.wasSuccessful())


run(Cases, BadSetup, verbosity=2)
run(Cases, verbosity=0, failfast=True)


class Messages(unittest.TestCase):
    maxDiff = 300
    def runTest(self): pass


t = Messages()
for name, args, kw in (("Equal", (1, 2), {}), ("Equal", ("a\nb\nc", "a\nx\nc"), {}),
                       ("Equal", ({"a": 1}, {"a": 2}), {}), ("Equal", ({1, 2}, {2, 3}), {}),
                       ("Equal", ((1,), (2, 3)), {}), ("Equal", (1, 2), {"msg": "own"}),
                       ("NotEqual", (1, 1), {}), ("True", (0,), {}), ("False", ("x",), {}), ("Is", (1, 2), {}),
                       ("IsNot", (None, None), {}),
                       ("IsNone", (1,), {}), ("IsNotNone", (None,), {}), ("In", (1, [2]), {}),
                       ("NotIn", (1, [1]), {}), ("IsInstance", (1, str), {}), ("NotIsInstance", (1, int), {}),
                       ("AlmostEqual", (1.0, 1.1), {}), ("AlmostEqual", (1, 2), {"delta": 0.5}),
                       ("NotAlmostEqual", (1, 1.00000001), {}), ("Greater", (1, 2), {}),
                       ("LessEqual", (3, 2), {}),
                       ("Regex", ("abc", "x+"), {}), ("NotRegex", ("abc", "b"), {}),
                       ("CountEqual", ([1, 1, 2], [1, 2, 2]), {}), ("ListEqual", ([1], (1,)), {}),
                       ("SequenceEqual", ("ab", "abc"), {}), ("DictEqual", ({}, {1: 2}), {}),
                       ("MultiLineEqual", ("x\n", "y\n"), {}), ("Equal", ("a" * 100, "a" * 99 + "b"), {}),
                       ("Equal", (list(range(200)), [0]), {})):
    try:
        getattr(t, "assert" + name)(*args, **kw)
        print(name, "passed")
    except AssertionError as error:
        print(name, error)
for action in (lambda: t.assertRaises(ValueError, int, "5"), lambda: t.assertRaises(ValueError, int, "x"),
               lambda: t.assertRaisesRegex(ValueError, "zzz", int, "x"), lambda: t.assertRaises(5, int),
               lambda: t.assertWarns(UserWarning, int), lambda: t.assertRaises(KeyError, int, "x"),
               lambda: t.fail(), lambda: t.fail("m"),
               lambda: t.assertLogs("x").__enter__() and t.assertLogs("x").__exit__(None, None, None)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
with t.assertRaises(ZeroDivisionError) as caught:
    1 / 0
print(repr(caught.exception))
try:
    with t.assertLogs("log", "INFO"):
        pass
except AssertionError as error:
    print(error)
from unittest import mock
m = mock.Mock(return_value=3, side_effect=None)
print(m(1, k=2), m.call_args, m.called, m.call_count, m.attr.deep.return_value is m.attr.deep(),
      mock.call(1) == mock.call(1))
for action in (lambda: m.assert_called_once_with(2), lambda: m.assert_not_called(),
               lambda: mock.Mock(spec=["a"]).b, lambda: mock.Mock(side_effect=KeyError("s"))(),
               lambda: [mock.Mock(side_effect=[1, 2])() for _ in range(1)],
               lambda: m.assert_has_calls([mock.call(9)]), lambda: type(mock.create_autospec(len)("a")).__name__,
               lambda: m.asert_foo):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
with mock.patch("os.getcwd", return_value="/patched"), mock.patch.dict("os.environ",
                                                                  {"X": "y"}), mock.patch.object(Messages,
                                                                      "maxDiff", 1):
    import os
    print(os.getcwd(), os.environ["X"], Messages.maxDiff)
print("X" in os.environ, mock.MagicMock().__len__(), list(mock.MagicMock()), mock.sentinel.x)
