"""Processes made by fork: a copy of everything, so nothing is shared but what is made to be shared."""
import mmap
import multiprocessing
import os
from multiprocessing import shared_memory

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


def add(memory, lock, times):
    for _ in range(times):
        with lock:
            memory[0] += 1


def shout(name):
    memory = shared_memory.SharedMemory(name)
    memory.buf[:5] = bytes(memory.buf[:5]).upper()
    memory.close()


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

    # A page that the fork does not copy, with a lock as the counter in it is read and then written.
    page, lock = mmap.mmap(-1, 1), context.Lock()
    children = [context.Process(target=add, args=(page, lock, 50)) for _ in range(3)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print(page[0])

    # Shared memory with a name: any process that knows the name can open it.
    memory = shared_memory.SharedMemory(create=True, size=16)
    memory.buf[:5] = b"hello"
    child = context.Process(target=shout, args=(memory.name,))
    child.start()
    child.join()
    print(bytes(memory.buf[:5]))
    memory.close()
    memory.unlink()

    with context.Pool(2) as pool:
        print(pool.map(abs, [-1, -2, 3]), pool.apply(pow, (2, 10)), pool.starmap(divmod, [(7, 2), (9, 4)]))

    child = context.Process(target=fail)
    child.start()
    child.join()
    print("exit code", child.exitcode)


if __name__ == "__main__":
    main()
