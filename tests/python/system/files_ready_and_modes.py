"""select() of lists that change, eventfd's numbers, the mode of a link, descriptors that are too large."""
import io
import os
import select
import sys
import tempfile

watched = []


class Shrinking:
    def fileno(self):
        del watched[-1]
        return pipe[1]


pipe = os.pipe()
watched[:] = [Shrinking() for _ in range(10)]
ready = select.select([], watched, [])
print(len(ready[1]), ready[1] == watched)
for bad in (5, [object()], [-1]):
    try:
        select.select([], bad, [])
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

counter = os.eventfd(0)
os.eventfd_write(counter, (1 << 64) - 2)
print(os.eventfd_read(counter))
for value in (-1, 1 << 64, 1.5):
    try:
        os.eventfd_write(counter, value)
    except (ValueError, OverflowError, TypeError) as error:
        print(type(error).__name__, error)

with tempfile.TemporaryDirectory() as folder:
    link = os.path.join(folder, "link")
    os.symlink("nowhere", link)
    try:
        os.chmod(link, 0o600, follow_symlinks=False)
    except NotImplementedError as error:
        print("NotImplementedError", error)
for number in (1 << 31, -(1 << 31) - 1):
    try:
        io.FileIO(number)
    except TypeError as error:
        print("TypeError", error)

memory = io.BytesIO(b"abc")
memory.close()
try:
    memory.__setstate__((b"x", 0, None))
except ValueError as error:
    print("ValueError", error)
sys.stdout.flush()
