"""A traceback keeps the frame of a module, which keeps its globals: cycles through them are found."""
import gc
import subprocess
import sys
import weakref

SOURCE = """
import sys
class Holder:
    def __init__(self):
        try:
            1 / 0
        except ZeroDivisionError:
            self.exc_info = sys.exc_info()
            self = None
    def __del__(self):
        print("ended", self.exc_info[0].__name__)
holder = Holder()
"""
gc.collect()
space = {"__name__": "made"}
exec(SOURCE, space)
reference = weakref.ref(space["holder"])
del space
print(reference() is not None)
print(gc.collect() > 0, reference())

frames = []
exec("import sys\nframes.append(sys._getframe())\nown = frames", {"frames": frames})
[frame] = frames
print(frame.f_globals in gc.get_referents(frame), frame.f_globals["own"] is frames, gc.is_tracked(frame))
del frame, frames
print(gc.collect() > 0)

done = subprocess.run([sys.executable, "-c", SOURCE], capture_output=True, text=True)
print(done.stdout, done.stderr)

# A collection that starts while a frame object is made may ask for that very object.
def numbers():
    while True:
        yield


def callback(phase, info):
    global early
    if early is None:
        early = sys._getframe().f_back
        gc.callbacks.remove(callback)


gc.disable()
early = None
generator = numbers()
next(generator)
gc.collect()
old = gc.get_threshold()
gc.set_threshold(1, 0, 0)
sys.settrace(lambda frame, event, argument: None)
gc.callbacks.append(callback)
gc.enable()
next(generator)
sys.settrace(None)
gc.set_threshold(*old)
print(generator.gi_frame is early, early.f_code.co_name)
