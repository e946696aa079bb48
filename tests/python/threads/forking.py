# os.fork with threads: only the forking thread goes on in the child, and hooks run around it.
import os
import sys
import threading
import weakref

leave = threading.Event()
thread = threading.Thread(target=leave.wait, daemon=True)
thread.start()
hooks = []
os.register_at_fork(before=lambda: print("before", flush=True), after_in_parent=lambda: print("parent", flush=True),
                    after_in_child=lambda: hooks.append("child hook"))


def check(label):
    text = f"{label} {threading.active_count()} {thread.is_alive()} {threading.current_thread().name} {hooks}\n"
    os.write(1, text.encode())


def fork_and_wait():
    sys.stdout.flush()
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.read(reader, 1)
        check("in the child")
        own = threading.Thread(target=check, args=("thread of the child",))
        own.start()
        own.join()
        os._exit(7)
    os.write(writer, b"x")
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


fork_and_wait()
other = threading.Thread(target=fork_and_wait, name="forker")
other.start()
other.join()
leave.set()
thread.join()
check("in the parent")
for wrong in ({}, {"before": 1}):
    try:
        os.register_at_fork(**wrong)
    except TypeError as error:
        print(error)

# The values of threads that are lost by a fork are dropped in the child.
local, full, leave = threading.local(), threading.Semaphore(0), threading.Event()
references = []


class Value:
    pass


def holds():
    local.value = Value()
    references.append(weakref.ref(local.value))
    full.release()
    leave.wait()


threads = [threading.Thread(target=holds) for i in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    full.acquire()
sys.stdout.flush()
child = os.fork()
if child == 0:
    seen = [reference() is None for reference in references]
    for i in range(4):
        thread = threading.Thread(target=lambda: seen.append(hasattr(local, "value")))
        thread.start()
        thread.join()
    print(seen, flush=True)
    os._exit(0)
os.waitpid(child, 0)
print([reference() is None for reference in references])
leave.set()
for thread in threads:
    thread.join()
