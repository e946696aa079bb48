"""concurrent.futures: submit, map, wait, as_completed, cancellation, exceptions, callbacks, shutdown."""
import concurrent.futures as cf
import threading


def square(n):
    if n == 3:
        raise ValueError(f"bad {n}")
    return n * n


with cf.ThreadPoolExecutor(2, thread_name_prefix="pool") as pool:
    futures = [pool.submit(square, n) for n in range(5)]
    print([f.exception() or f.result() for f in futures], [f.done() for f in futures])
    print(list(pool.map(lambda a, b: a + b, [1, 2], [3, 4])),
          pool.submit(lambda: threading.current_thread().name.split("_")[0]).result())
    try:
        list(pool.map(square, range(5)))
    except ValueError as error:
        print(error)
    done, pending = cf.wait(futures, return_when=cf.FIRST_EXCEPTION)
    print(len(done), len(pending), sorted(f.result() for f in cf.as_completed(futures[:3])))
    gate = threading.Event()
    blockers = [pool.submit(gate.wait) for _ in range(2)]
    waiting = pool.submit(square, 1)
    print(waiting.cancel(), waiting.cancelled(), waiting.cancel())
    for action in (lambda: waiting.result(), lambda: blockers[0].result(timeout=0.001),
                   lambda: next(cf.as_completed(blockers, timeout=0.001))):
        try:
            print(action())
        except Exception as error:
            print(type(error).__name__, error)
    gate.set()
try:
    pool.submit(square, 1)
except RuntimeError as error:
    print(error)
f = cf.Future()
f.add_done_callback(lambda f: print("called back", f.result()))
f.add_done_callback(lambda f: print("second"))
print(f.running(), f.set_running_or_notify_cancel(), f.running())
f.set_result(5)
f.add_done_callback(lambda f: print("at once"))
for action in (lambda: f.set_result(6), lambda: f.set_exception(KeyError()), lambda: cf.ThreadPoolExecutor(0),
               lambda: cf.ThreadPoolExecutor(initializer=5)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
