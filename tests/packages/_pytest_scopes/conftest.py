# Fixtures of every scope that say when they begin and end, hooks, an option, parameters made by a hook.
import pytest

order = []


def pytest_addoption(parser):
    parser.addoption("--words", default="one", help="words to make tests of")


def pytest_generate_tests(metafunc):
    if "word" in metafunc.fixturenames:
        metafunc.parametrize("word", metafunc.config.getoption("words").split(","))


def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: item.get_closest_marker("last") is not None)


def pytest_terminal_summary(terminalreporter):
    terminalreporter.write_line(f"order: {' '.join(order)}")


def pytest_assertrepr_compare(op, left, right):
    if isinstance(left, Money) and isinstance(right, Money) and op == "==":
        return ["money:", f"   {left.amount} is not {right.amount}"]


class Money:
    def __init__(self, amount):
        self.amount = amount

    def __eq__(self, other):
        return self.amount == other.amount


def make(scope):
    @pytest.fixture(scope=scope, name=f"a_{scope}")
    def fixture(request):
        order.append(f"+{scope}")
        yield f"{scope}:{request.scope}"
        order.append(f"-{scope}")
    return fixture


a_session, a_package, a_module, a_class, a_function = map(make, ("session", "package", "module", "class", "function"))


@pytest.fixture
def who():
    return "outer"


@pytest.fixture(params=[1, 2], ids=["first", "second"])
def number(request):
    return request.param * 10


@pytest.fixture
def doubled(request):
    return request.param * 2


@pytest.fixture
def maker(request):
    made = []
    request.addfinalizer(lambda: order.append(f"made{len(made)}"))

    def make(n):
        made.append(n)
        return Money(n)
    return make
