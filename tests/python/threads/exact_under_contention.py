# Eight threads on shared containers, switching as often as they can: what locks guard comes out exact.
import sys
import threading

sys.setswitchinterval(1e-6)
print(sys.getswitchinterval())
counter = 0
lock = threading.Lock()
rlock = threading.RLock()
shared_list, shared_dict, unguarded = [], {}, []


def work(name):
    global counter
    for i in range(300):
        with lock:
            counter += 1
        with rlock:
            with rlock:
                shared_dict[i] = shared_dict.get(i, 0) + 1
        shared_list.append((name, i))
        unguarded.append(i)
        if i % 3 == 0:
            unguarded.pop()


threads = [threading.Thread(target=work, args=(n,)) for n in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter, len(shared_list), len(shared_dict), set(shared_dict.values()), len(unguarded))
for n in range(8):
    own = [i for name, i in shared_list if name == n]
    assert own == list(range(300)), n

# Deep recursion, exceptions, generators and the collector in all of them at once.
import gc
failures = []


def mixed(number):
    def deep(n):
        return 0 if n == 0 else 1 + deep(n - 1)

    def generate():
        for i in range(50):
            yield i
    try:
        for i in range(10):
            assert deep(100) == 100
            assert sum(generate()) == 1225
            cycle = []
            cycle.append(cycle)
            del cycle
            try:
                raise ValueError(number)
            except ValueError as error:
                assert error.args == (number,)
                assert sys.exc_info()[1] is error
            assert sys.exc_info() == (None, None, None)
        gc.collect()
    except BaseException as error:
        failures.append(error)


threads = [threading.Thread(target=mixed, args=(n,)) for n in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(failures)
for wrong in (0, -1, "x"):
    try:
        sys.setswitchinterval(wrong)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
