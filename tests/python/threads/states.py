# What belongs to one thread alone: frames, exceptions being handled, tracing, context variables, recursion.
import contextvars
import sys
import threading
import _thread

ready, leave = threading.Event(), threading.Event()
variable = contextvars.ContextVar("variable", default="default")
variable.set("main")
report = {}


def other():
    report["context"] = variable.get()
    variable.set("other")
    report["trace"] = (sys.gettrace(), sys.getprofile())
    report["limit"] = sys.getrecursionlimit()
    try:
        raise KeyError("handled in the thread")
    except KeyError:
        ready.set()
        leave.wait()
    report["after"] = sys.getrecursionlimit()


sys.setrecursionlimit(900)
sys.setprofile(lambda *args: None)
thread = threading.Thread(target=other)
thread.start()
ready.wait()
sys.setprofile(None)
frames, exceptions = sys._current_frames(), sys._current_exceptions()
print(sorted(frames) == sorted([threading.get_ident(), thread.ident]))
frame = frames[thread.ident]
names = []
while frame:
    names.append(frame.f_code.co_name)
    frame = frame.f_back
print([name for name in names if name in ("wait", "other", "run", "_bootstrap")])
print(exceptions[threading.get_ident()], exceptions[thread.ident][0], exceptions[thread.ident][1])
print(sys.exc_info())
sys.setrecursionlimit(800)
leave.set()
thread.join()
print(report, variable.get())
del frames, frame, exceptions


def traced(results):
    def tracer(frame, event, argument):
        if frame.f_code.co_name == "callee":
            results.append(event)
        return tracer

    def callee():
        return 1
    sys.settrace(tracer)
    callee()
    sys.settrace(None)


def callee():
    return 2


results = []
thread = threading.Thread(target=traced, args=(results,))
thread.start()
callee()
thread.join()
print(results, sys.gettrace())
everywhere = []
threading.settrace(lambda frame, event, argument: everywhere.append(frame.f_code.co_name))
thread = threading.Thread(target=callee)
thread.start()
thread.join()
threading.settrace(None)
print("callee" in everywhere)


def overflow():
    def deep():
        return deep()
    try:
        deep()
    except RecursionError as error:
        results.append(str(error)[:32])


thread = threading.Thread(target=overflow)
thread.start()
thread.join()
print(results)
print(_thread.stack_size(), _thread.stack_size(512 * 1024), _thread.stack_size(0), _thread._count())
for wrong in (-1, 100):
    try:
        _thread.stack_size(wrong)
    except ValueError as error:
        print(error)
