# Threads start, run, and are joined; their names, identities and results.
import threading

results = []
lock = threading.Lock()


def work(number, *, factor=1):
    with lock:
        results.append(number * factor)


threads = [threading.Thread(target=work, args=(i,), kwargs={"factor": 2}, name=f"worker {i}") for i in range(5)]
print([t.name for t in threads], [t.is_alive() for t in threads], threads[0].ident)
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(results), [t.is_alive() for t in threads], all(t.ident for t in threads))
print(threading.active_count(), threading.current_thread() is threading.main_thread())
print(threading.main_thread().name, threading.main_thread().ident == threading.get_ident())
print(threading.get_native_id() == threading.main_thread().native_id)
for action in (threads[0].start, lambda: threading.current_thread().join(), lambda: threading.Thread().join()):
    try:
        action()
    except RuntimeError as error:
        print(error)
print(threading.Thread(target=print).name, threading.Thread().daemon)


def seen_inside():
    me = threading.current_thread()
    return me.name, me.daemon, me is threading.main_thread(), me.ident == threading.get_ident()


class Returning(threading.Thread):
    def run(self):
        self.result = seen_inside()


for daemon in (False, True):
    thread = Returning(name="own class", daemon=daemon)
    thread.start()
    thread.join()
    print(thread.result)
