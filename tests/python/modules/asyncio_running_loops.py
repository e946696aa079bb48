"""Which loop runs: by thread, in nested calls, after errors; the books about current tasks; policies that fail."""
import asyncio
import os
import sys
import threading

import _asyncio


def attempt(function, *arguments, **keywords):
    try:
        print("  ->", function(*arguments, **keywords))
    except BaseException as error:
        print("  !!", type(error).__name__, error)


print("set and get")
attempt(asyncio.get_running_loop)
print(_asyncio._get_running_loop())
_asyncio._set_running_loop("a loop")
print(asyncio.get_running_loop(), asyncio.get_event_loop(), _asyncio._get_event_loop(1))
thread = threading.Thread(target=lambda: attempt(asyncio.get_running_loop))
thread.start()
thread.join()
child = os.fork()
if not child:
    attempt(asyncio.get_running_loop)
    sys.stdout.flush()
    os._exit(0)
os.waitpid(child, 0)
_asyncio._set_running_loop(None)
attempt(asyncio.get_running_loop)
attempt(_asyncio._set_running_loop)
attempt(_asyncio._get_event_loop, "x")
attempt(_asyncio._get_event_loop, 1, 2)
attempt(_asyncio._get_event_loop, level=1)


class Policy(asyncio.DefaultEventLoopPolicy):
    def get_event_loop(self):
        raise LookupError("no loop today")


print("policies")
asyncio.set_event_loop_policy(Policy())
attempt(asyncio.get_event_loop)
attempt(asyncio.Future)
coroutine = asyncio.sleep(0)
attempt(asyncio.Task, coroutine)
coroutine.close()
asyncio.set_event_loop_policy(None)
print(type(asyncio.get_event_loop_policy().get_event_loop()).__name__)

print("threads that end while a loop runs")


class Noisy:
    def __del__(self):
        print("  dropped")


thread = threading.Thread(target=lambda: _asyncio._set_running_loop(Noisy()))
thread.start()
thread.join()
_asyncio._set_running_loop(Noisy())
_asyncio._set_running_loop(None)

print("current tasks")
books = _asyncio._current_tasks
attempt(_asyncio._enter_task, "loop", "task")
attempt(_asyncio._enter_task, "loop", "other")
attempt(_asyncio._enter_task, loop="loop two", task="task")
attempt(_asyncio._leave_task, "loop", "other")
print(books)
attempt(_asyncio._leave_task, "loop", "task")
attempt(_asyncio._leave_task, "loop two", "task")
attempt(_asyncio._leave_task, "loop", "task")
attempt(_asyncio._enter_task, [], "task")
attempt(_asyncio._leave_task, [], "task")
attempt(_asyncio._enter_task, 1)


class BadHash:
    def __hash__(self):
        raise ArithmeticError("hash")


class BadEq:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise ArithmeticError("eq")


class BadRepr:
    def __repr__(self):
        raise ArithmeticError("repr")


attempt(_asyncio._enter_task, BadHash(), 1)
attempt(_asyncio._enter_task, BadEq(), 1)
attempt(_asyncio._enter_task, BadEq(), 1)
attempt(_asyncio._leave_task, BadEq(), 1)
attempt(_asyncio._enter_task, 5, 6)
attempt(_asyncio._enter_task, 5, BadRepr())
attempt(_asyncio._leave_task, 5, BadRepr())
books.clear()
print(asyncio.current_task is not None, books is asyncio.tasks._current_tasks)

print("all tasks")
tasks = _asyncio._all_tasks
attempt(_asyncio._register_task, 5)


class Item:
    pass


item = Item()
attempt(_asyncio._register_task, item)
print(item in tasks, len(tasks))
attempt(_asyncio._unregister_task, task=item)
attempt(_asyncio._unregister_task, item)
print(len(tasks))
