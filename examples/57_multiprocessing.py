"""Processes made by fork: a copy of everything, so nothing is shared but what is made to be shared."""
import multiprocessing
import os

context = multiprocessing.get_context("fork")
numbers = [1, 2, 3]


def change(queue):
    numbers.append(4)                        # the child's own copy
    queue.put(("child", numbers, os.getpid() != parent_id))


def worker(connection):
    while (task := connection.recv()) is not None:
        connection.send(sum(task))
    connection.send("bye")
    connection.close()


def add(total, lock, times):
    for _ in range(times):
        with lock:
            total.value += 1


def fail():
    raise SystemExit(3)


parent_id = os.getpid()


def main():
    queue = context.Queue()
    child = context.Process(target=change, args=(queue,), name="changer")
    child.start()
    print(queue.get(), "parent", numbers)
    child.join()
    print(child.name, child.exitcode, child.is_alive())

    # A pipe: objects travel as pickles.
    here, there = context.Pipe()
    child = context.Process(target=worker, args=(there,))
    child.start()
    for task in ([1, 2, 3], range(101), None):
        here.send(task)
        print(here.recv())
    child.join()

    # Shared memory, with a lock as the counter is read and written.
    total, lock = context.Value("i", 0, lock=False), context.Lock()
    children = [context.Process(target=add, args=(total, lock, 50)) for _ in range(3)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print(total.value)

    with context.Pool(2) as pool:
        print(pool.map(abs, [-1, -2, 3]), pool.apply(pow, (2, 10)), pool.starmap(divmod, [(7, 2), (9, 4)]))

    child = context.Process(target=fail)
    child.start()
    child.join()
    print("exit code", child.exitcode)


if __name__ == "__main__":
    main()
