# Hypothesis: strategies, shrinking to the smallest failure, stateful machines, assumptions, examples, composite strategies.
import hypothesis
from hypothesis import HealthCheck, assume, example, given, note, settings, strategies as st, target
from hypothesis.errors import NoSuchExample
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

settings.register_profile("quiet", database=None, deadline=None, derandomize=True, max_examples=25, suppress_health_check=list(HealthCheck), print_blob=False)
settings.load_profile("quiet")
calls = 0


def find(strategy, condition):
    return hypothesis.find(strategy, condition, settings=settings(max_examples=500))


@given(st.lists(st.integers()), st.dictionaries(st.text(max_size=5), st.floats(allow_nan=False)))
def test_sound(numbers, table):
    global calls
    calls += 1
    assert sorted(sorted(numbers)) == sorted(numbers)
    assert dict(reversed(list(reversed(table.items())))) == table


test_sound()
print("calls", calls)


@given(st.lists(st.integers(min_value=0), min_size=2))
def test_wrong(numbers):
    assert sum(numbers) < 1000 or len(numbers) > 4


try:
    test_wrong()
except AssertionError as error:
    print(type(error).__name__, getattr(error, "__notes__", None))

print(find(st.integers(), lambda n: n > 1234), find(st.text(), lambda t: len(t) > 2), find(st.lists(st.booleans()), lambda l: sum(l) >= 2),
      find(st.tuples(st.integers(), st.floats()), lambda p: p[0] + p[1] > 10.5), find(st.fractions(), lambda f: f > 0.3),
      find(st.binary(), lambda b: len(b) > 2 and b[1] > 9), find(st.sets(st.characters(min_codepoint=97, max_codepoint=110)), lambda s: len(s) > 3) == set("abcd"))
print(find(st.datetimes(), lambda d: d.month == 2 and d.day > 9), find(st.decimals(allow_nan=False, allow_infinity=False), lambda d: d > 7), find(st.from_regex(r"\A[a-c]+\d{2}\Z"), lambda s: True))


@st.composite
def pairs(draw):
    n = draw(st.integers(1, 10))
    return n, draw(st.lists(st.integers(0, n), min_size=n, max_size=n))


print(find(pairs(), lambda p: sum(p[1]) > 20))
tree = st.recursive(st.integers(), lambda children: st.lists(children, max_size=3) | st.builds(lambda a, b: (a, b), children, children), max_leaves=8)
print(find(tree, lambda t: isinstance(t, tuple) and isinstance(t[1], list)))
print(find(st.one_of(st.none(), st.sampled_from("xyz"), st.just(7)), lambda v: v is not None), repr(st.lists(st.integers(1, 3), unique=True)), repr(tree)[:60])


class Stack(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.items, self.model = [], 0

    @rule(x=st.integers())
    def push(self, x):
        self.items.append(x)
        self.model += 1

    @precondition(lambda self: self.items)
    @rule()
    def pop(self):
        self.items.pop()
        self.model -= 1

    @invariant()
    def small(self):
        assert len(self.items) == self.model and len(self.items) < 4


try:
    run_state_machine_as_test(Stack)
except AssertionError as error:
    print("\n".join(getattr(error, "__notes__", [])))
try:
    find(st.integers(0, 3), lambda n: n > 3)
except NoSuchExample as error:
    print(type(error).__name__)


@given(x=st.from_type(int), y=st.from_type(list[str]))
@example(x=3, y=["a"])
def typed(x: int, y: list):
    assume(x % 2)
    note("typed")
    target(float(abs(x) % 100))
    assert isinstance(x, int) and all(isinstance(t, str) for t in y)


typed()
