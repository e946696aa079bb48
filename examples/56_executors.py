"""concurrent.futures: work handed to threads or processes, results as futures."""
import threading
import time
from concurrent.futures import (FIRST_COMPLETED, CancelledError, Future, ProcessPoolExecutor, ThreadPoolExecutor,
                                as_completed, wait)


def slow_square(n):
    time.sleep(0.01 * n)                     # waiting is what threads are good for
    return n * n


def count_primes(limit):
    """Computing is what processes are good for: each has an interpreter and a lock of its own."""
    return sum(all(n % d for d in range(2, int(n ** 0.5) + 1)) for n in range(2, limit))


def main():
    with ThreadPoolExecutor(max_workers=3, thread_name_prefix="pool") as pool:
        print("map keeps the order:", list(pool.map(slow_square, [3, 1, 2])))
        futures = {pool.submit(slow_square, n): n for n in (3, 0)}
        print("as they come:", [futures[done] for done in as_completed(futures)])

        failing = pool.submit(lambda: 1 / 0)
        print(type(failing.exception()).__name__, failing.done())
        try:
            failing.result()
        except ZeroDivisionError as error:
            print("raised where the result is asked for:", error)

        release = threading.Event()
        blocked = [pool.submit(release.wait) for _ in range(3)]
        waiting = pool.submit(print, "never")
        print("cancel one that has not begun:", waiting.cancel(), waiting.cancelled())
        quick = wait(blocked, timeout=0.001)
        print("done", len(quick.done), "not done", len(quick.not_done))
        release.set()
        print(len(wait(blocked, return_when=FIRST_COMPLETED).done) >= 1)
        try:
            waiting.result()
        except CancelledError as error:
            print(type(error).__name__)

        name = pool.submit(lambda: threading.current_thread().name).result()
        print(name.startswith("pool_"))
    try:
        pool.submit(print)
    except RuntimeError as error:
        print(error)

    promise = Future()                       # what an executor does inside
    promise.add_done_callback(lambda future: print("callback:", future.result()))
    promise.set_running_or_notify_cancel()
    promise.set_result("by hand")

    with ProcessPoolExecutor(max_workers=2) as pool:
        print("primes:", list(pool.map(count_primes, [10, 100, 1000])))
        try:
            pool.submit(count_primes, "x").result()
        except TypeError as error:
            print("an exception from another process:", error)


if __name__ == "__main__":                   # a process that is started anew imports this file
    main()
