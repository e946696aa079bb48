"""timeit measures, cProfile counts: times differ from run to run, so only what is certain is printed here."""
import cProfile
import io
import pstats
import timeit


def join_all(n):
    return "".join(str(i) for i in range(n))


def add_all(n):
    text = ""
    for i in range(n):
        text += str(i)
    return text


# timeit runs a statement many times; repeat gives several measurements, of which the least is the best.
times = timeit.repeat(lambda: join_all(50), number=20, repeat=3)
print(len(times), all(time > 0 for time in times), join_all(12) == add_all(12))
calls = []
print(timeit.timeit("f()", setup="calls.append('setup')", globals={"f": lambda: calls.append("run"), "calls": calls},
                    number=3) >= 0, calls)
number, total = timeit.Timer("sum(range(100))").autorange()
print(total >= 0.2, number in {a * 10 ** b for a in (1, 2, 5) for b in range(9)})
try:
    timeit.Timer("x = (", "pass")
except SyntaxError as error:
    print(type(error).__name__, error.msg)


# A fake clock makes the result exact.
class Clock:
    now = 0

    def __call__(self):
        return self.now

    def work(self, seconds):
        self.now += seconds


clock = Clock()
print(timeit.timeit(lambda: clock.work(3), timer=clock, number=10))


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def program():
    clock.work(2)
    return [fib(n) for n in range(8)]


# cProfile with the same clock: how often each function was called, primitive calls behind the slash.
profiler = cProfile.Profile(clock)
profiler.runcall(program)
statistics = pstats.Stats(profiler, stream=io.StringIO())
for (file, line, name), (primitive, total, own, cumulated, callers) in sorted(
        statistics.stats.items(), key=lambda item: item[0][2]):
    print(f"{name:45} {total:4}/{primitive:<3} own {own:.1f} with callees {cumulated:.1f} "
          f"called by {sorted(caller[2] for caller in callers)}")
print("calls in all", statistics.total_calls, "of them primitive", statistics.prim_calls)

out = io.StringIO()
statistics = pstats.Stats(profiler, stream=out)
statistics.sort_stats("cumulative", "name").print_stats("fib|program")
print([line.split()[0] for line in out.getvalue().splitlines() if "(fib)" in line or "(program)" in line])
with cProfile.Profile() as profiler:
    for n in (3, -1, 2):
        abs(n)
print(any("abs" in str(entry.code) and entry.callcount == 3 for entry in profiler.getstats()))
