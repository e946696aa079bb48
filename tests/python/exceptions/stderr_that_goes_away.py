"""sys.stderr taken away by its own write(), missing or None, while exceptions are shown that nobody handles."""
import sys


class Leaving:
    written = []

    def write(self, text):
        sys.stderr = None
        self.written.append(text)

    def __del__(self):
        print("gone")


class Raising:
    def __del__(self):
        raise KeyError("dropped")


sys.stderr = Leaving()
Raising()
print("after the finalizer:", sys.stderr)
for missing in (False, True):
    sys.stderr = None
    if missing:
        del sys.stderr
    Raising()
print(len(Leaving.written) > 0)
sys.stderr = Leaving()
1 / 0
# exit code 1
