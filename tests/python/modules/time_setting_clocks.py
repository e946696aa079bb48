# time: clocks that cannot be set, the processor clocks of threads, and what both refuse.
import threading
import time


def show(function, *arguments):
    try:
        print(function.__name__, arguments, function(*arguments))
    except Exception as error:
        print(function.__name__, arguments, repr(error))


for arguments in ((), (1,), (1, 2, 3), ("a", 1), (1, "a"), (99, 1.5), (1, 2**70), (1, float("nan")), (1, 1e300), (time.CLOCK_MONOTONIC, 1.5)):
    show(time.clock_settime, *arguments)
for arguments in (("a", 1), (1, "a"), (99, 5), (1, 1.5), (1, 2**70), (time.CLOCK_MONOTONIC, 10**9)):
    show(time.clock_settime_ns, *arguments)
for arguments in ((), (1, 2), ("a",), (1.0,), (None,)):
    show(time.pthread_getcpuclockid, *arguments)
clock = time.pthread_getcpuclockid(threading.get_ident())
print(type(clock), clock != time.CLOCK_THREAD_CPUTIME_ID)
before = time.clock_gettime_ns(clock)
sum(range(100000))
after = time.clock_gettime_ns(clock)
print(before < after, time.clock_getres(clock) > 0)
started, finish = threading.Event(), threading.Event()
thread = threading.Thread(target=lambda: (started.set(), finish.wait()))
thread.start()
started.wait()
other = time.pthread_getcpuclockid(thread.ident)
print(other != clock, time.clock_gettime(other) >= 0)
finish.set()
thread.join()
