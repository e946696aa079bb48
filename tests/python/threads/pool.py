# concurrent.futures.ThreadPoolExecutor: results in order, exceptions, callbacks, shutdown.
from concurrent.futures import ThreadPoolExecutor, as_completed, wait, FIRST_EXCEPTION
import threading


def square(x):
    return x * x


def fail(x):
    raise ValueError(x)


with ThreadPoolExecutor(max_workers=4, thread_name_prefix="pool") as pool:
    print(list(pool.map(square, range(10))))
    futures = [pool.submit(square, n) for n in range(5)]
    print(sorted(f.result() for f in as_completed(futures)))
    future = pool.submit(fail, 3)
    try:
        future.result()
    except ValueError as error:
        print("raised", error, type(future.exception()).__name__)
    called = []
    future = pool.submit(square, 7)
    future.add_done_callback(lambda f: called.append(f.result()))
    wait([future])
    done, pending = wait([pool.submit(fail, 1), pool.submit(square, 1)], return_when=FIRST_EXCEPTION)
    print(len(done) >= 1, pool.submit(lambda: threading.current_thread().name.startswith("pool")).result())
    with ThreadPoolExecutor(2) as inner:
        print(sum(inner.map(square, range(20))))
print(called)
try:
    pool.submit(square, 1)
except RuntimeError as error:
    print(error)
try:
    ThreadPoolExecutor(0)
except ValueError as error:
    print(error)
