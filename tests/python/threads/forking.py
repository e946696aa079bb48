# os.fork with threads: only the forking thread goes on in the child, and hooks run around it.
import os
import sys
import threading

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
