"""Threads that share lists, dicts, queues and locks while the interpreter switches as often as it can.

usage: threads_stress.py [SECONDS]      (5 unless told; run by the interpreter under test)

Each round lets THREADS threads do a fixed amount of work on shared objects and checks that nothing was lost that the
language promises not to lose: single operations of lists, dicts, sets, deques and queues, and what stands under a lock.
At last it measures how long a thread waits for its turn beside one that only computes: at the usual switch interval
the median wait must not pass FAIR intervals. Exit code 1 and a line on what was wrong if something was.
"""
import collections
import itertools
import queue
import sys
import threading
import time

THREADS = 8
STEPS = 400
FAIR = 5


def run_threads(target, count=THREADS):
    """Runs target(number) in threads that start at once; raises what the first of them raised."""
    barrier, failures = threading.Barrier(count), []

    def work(number):
        try:
            barrier.wait()
            target(number)
        except BaseException as failure:
            failures.append(failure)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
        assert not thread.is_alive(), f"{target.__name__}: a thread does not end"
    if failures:
        raise failures[0]


def lists():
    shared, taken = [], collections.deque()

    def work(number):
        for step in range(STEPS):
            shared.append((number, step))
            shared.extend([None] * 2)
            if step % 3 == 0:
                taken.append(shared.pop())
            sorted(item for item in shared[-5:] if item)

    run_threads(work)
    assert len(shared) + len(taken) == THREADS * STEPS * 3
    whole = [item for item in [*shared, *taken] if item]
    assert len(whole) == len(set(whole)) == THREADS * STEPS


def dicts():
    shared, counts = {}, collections.Counter()

    def work(number):
        for step in range(STEPS):
            shared[number, step] = step
            shared.setdefault(step, []).append(number)
            list(shared.items())[-3:]
            if step % 2:
                assert shared.pop((number, step)) == step
        counts[number] += STEPS

    run_threads(work)
    assert all(sorted(shared[step]) == list(range(THREADS)) for step in range(STEPS))
    assert len(shared) == STEPS + THREADS * STEPS // 2
    assert counts == {number: STEPS for number in range(THREADS)}


def sets():
    shared, ticket = set(), itertools.count()

    def work(number):
        for step in range(STEPS):
            shared.add((number, step))
            shared.discard((number, step - 10))
            next(ticket)

    run_threads(work)
    assert len(shared) == THREADS * 10 and next(ticket) == THREADS * STEPS


def queues():
    for make in (queue.SimpleQueue, queue.Queue, lambda: queue.Queue(3), queue.LifoQueue, queue.PriorityQueue):
        jobs, results = make(), queue.SimpleQueue()

        def work(number):
            for step in range(STEPS // 4):
                if number % 2:
                    jobs.put((number, step))
                else:
                    results.put(jobs.get(timeout=60))

        run_threads(work)
        got = [results.get() for _ in range(THREADS // 2 * (STEPS // 4))]
        assert jobs.empty() and results.empty()
        assert sorted(got) == [(number, step) for number in range(1, THREADS, 2) for step in range(STEPS // 4)]


class Account:
    def __init__(self):
        self.total = 0


def locks():
    for lock in (threading.Lock(), threading.RLock(), threading.Condition(), threading.Semaphore(1)):
        account = Account()

        def work(number):
            for _ in range(STEPS):
                with lock:
                    before = account.total
                    account.total = before + 1

        run_threads(work)
        assert account.total == THREADS * STEPS


def conditions():
    turn, condition, seen = [0], threading.Condition(), []

    def work(number):
        for step in range(STEPS // 8):
            with condition:
                assert condition.wait_for(lambda: turn[0] % THREADS == number, 60)
                seen.append(number)
                turn[0] += 1
                condition.notify_all()

    run_threads(work)
    assert seen == list(range(THREADS)) * (STEPS // 8)


def lives():
    """Objects that die in other threads than they were made in, cycles among them, and generators with an owner."""
    local, dead, pool = threading.local(), itertools.count(), collections.deque(maxlen=20)

    class Mortal:
        def __init__(self, other):
            self.me = self
            self.other = other

        def __del__(self):
            next(dead)

    def work(number):
        local.mine = []
        for step in range(STEPS):
            pool.append(Mortal(None if step % 10 == 0 else object()))
            local.mine.append(step)
            assert sum(x for x in range(step % 7)) == sum(range(step % 7))
            try:
                raise ValueError(step)
            except ValueError as error:
                assert error.args == (step,)
        assert local.mine == list(range(STEPS))

    run_threads(work)
    import gc
    pool.clear()
    gc.collect()
    assert next(dead) == THREADS * STEPS


def waits(interval, computing, rounds=60):
    """How long a thread that was asleep waits for its turn while others compute, in switch intervals, sorted."""
    sys.setswitchinterval(interval)
    stop = []

    def compute():
        n = 0
        while not stop:
            n += 1

    threads = [threading.Thread(target=compute) for _ in range(computing)]
    for thread in threads:
        thread.start()
    nap, measured = 0.001, []
    for _ in range(rounds):
        began = time.perf_counter()
        time.sleep(nap)
        measured.append((time.perf_counter() - began - nap) / interval)
    stop.append(True)
    for thread in threads:
        thread.join()
    return sorted(measured)


def main():
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 5
    usual, rounds, end = sys.getswitchinterval(), 0, time.monotonic() + seconds
    sys.setswitchinterval(1e-6)
    while time.monotonic() < end:
        for check in (lists, dicts, sets, queues, locks, conditions, lives):
            check()
        rounds += 1
    measured = waits(usual, 1)
    median = measured[len(measured) // 2]
    print(f"{rounds} rounds; turn after {median:.2f} switch intervals (median), {measured[-1]:.2f} (longest)")
    return 0 if rounds and median <= FAIR else 1


if __name__ == "__main__":
    sys.exit(main())
