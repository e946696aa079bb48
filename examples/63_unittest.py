"""unittest: cases, fixtures, subtests, mocks, and how a runner puts them together."""
import asyncio
import sys
import unittest
from unittest import mock


class Basket:
    def __init__(self, prices):
        self.prices, self.items = prices, []

    def add(self, name, count=1):
        if name not in self.prices:
            raise KeyError(name)
        self.items += [name] * count

    def total(self):
        return sum(self.prices[name] for name in self.items)


class BasketTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.prices = {"tea": 2, "cake": 4}       # once for the class

    def setUp(self):
        self.basket = Basket(self.prices)        # anew for each test
        self.addCleanup(self.basket.items.clear)

    def test_total(self):
        self.basket.add("tea", 2)
        self.basket.add("cake")
        self.assertEqual(self.basket.total(), 8)
        self.assertCountEqual(self.basket.items, ["cake", "tea", "tea"])

    def test_unknown(self):
        with self.assertRaisesRegex(KeyError, "milk") as caught:
            self.basket.add("milk")
        self.assertEqual(caught.exception.args, ("milk",))

    def test_counts(self):
        for count, total in ((0, 0), (1, 2), (3, 7)):      # the last one is wrong on purpose
            with self.subTest(count=count):
                basket = Basket(self.prices)
                basket.add("tea", count)
                self.assertEqual(basket.total(), total)

    @unittest.skip("shown as skipped")
    def test_later(self):
        self.fail("never run")

    @unittest.expectedFailure
    def test_known_bug(self):
        self.assertEqual(self.basket.total(), 1)

    def test_error(self):
        self.basket.sum()

    def test_mock(self):
        prices = mock.MagicMock()
        prices.__contains__.return_value = True
        prices.__getitem__.side_effect = lambda name: len(name)
        basket = Basket(prices)
        basket.add("bread")
        self.assertEqual(basket.total(), 5)
        prices.__getitem__.assert_called_once_with("bread")
        with mock.patch.object(Basket, "total", return_value=42) as total:
            self.assertEqual(Basket({}).total(), 42)
        total.assert_called_once()


class AsyncTest(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        asyncio.get_running_loop().slow_callback_duration = 60       # a busy machine is no reason to complain
        self.fetch = mock.AsyncMock(return_value="page")

    async def test_fetch(self):
        self.assertEqual(await self.fetch("/"), "page")
        self.fetch.assert_awaited_once_with("/")


class Shown(unittest.TextTestResult):
    """The report on standard output, without the times."""

    def printErrorList(self, flavour, errors):
        for test, trace in errors:
            print(f"{flavour}: {test}")
            print("   ", trace.strip().splitlines()[-1])


suite = unittest.TestSuite()
for case in (BasketTest, AsyncTest):
    suite.addTests(unittest.defaultTestLoader.loadTestsFromTestCase(case))
print(suite.countTestCases(), "tests")
result = Shown(unittest.runner._WritelnDecorator(sys.stdout), descriptions=True, verbosity=2)
result.startTestRun()
suite.run(result)
result.printErrors()
print("run", result.testsRun, "failed", len(result.failures), "errors", len(result.errors), "skipped",
      len(result.skipped), "expected", len(result.expectedFailures), "ok" if result.wasSuccessful() else "not ok")
