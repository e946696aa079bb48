"""threading.local with initialisers and deletion; names, idents, daemons, enumerate, excepthook and settrace
per thread."""
import sys
import threading


class Local(threading.local):
    shared = []
    def __init__(self, start): self.n = start


data, seen = Local(10), []
def work(k):
    data.n += k
    seen.append((threading.current_thread().name, data.n, sorted(vars(data))))
    del data.n
    try:
        data.n
    except AttributeError as error:
        seen.append(str(error))
threads = [threading.Thread(target=work, args=(k,), name=f"worker-{k}") for k in (1, 2)]
for t in threads:
    t.start()
    t.join()
print(seen, data.n, data.__dict__)
t = threading.Thread(target=print, args=("in daemon",), daemon=True, kwargs={"end": "!\n"})
print(t.daemon, t.ident, t.native_id, t.is_alive(), t.name.startswith("Thread-"),
      repr(t).startswith("<Thread(Thread-"))
t.start(), t.join()
print(t.ident is not None, t.is_alive(), threading.main_thread() is threading.current_thread(),
      threading.active_count(), [x.name for x in threading.enumerate()])
def hook(args): print("hook", args.exc_type.__name__, args.exc_value, args.thread.name)
threading.excepthook = hook
t = threading.Thread(target=lambda: 1 / 0, name="fails")
t.start(), t.join()
t = threading.Thread(target=sys.exit, args=(3,), name="exits quietly")
t.start(), t.join()
events = []
threading.settrace(lambda frame, event, arg: events.append((event,
                                                            frame.f_code.co_name)) if frame.f_code.co_name == "traced" else None)
def traced(): pass
t = threading.Thread(target=traced)
t.start(), t.join()
threading.settrace(None)
print(events)
for name, value in (("daemon", True), ("name", 5), ("ident", 1)):
    try:
        setattr(t, name, value)
        print(name, getattr(t, name))
    except Exception as error:
        print(name, type(error).__name__, error)
