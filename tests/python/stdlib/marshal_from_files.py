"""marshal: values one after the other in a file, buffers, containers that contain themselves, bad readers."""
import array
import io
import marshal

data = (1, "abc", b"def", 1.5, (2, "a", ["b", b"c"]), {"k": {1, 2}}, None, 1 << 100)
file = io.BytesIO()
places = []
for value in data:
    marshal.dump(value, file)
    file.write(b"0123")
    places.append(file.tell())
file.seek(0)
for value, place in zip(data, places):
    assert marshal.load(file) == value
    assert file.read(4) == b"0123" and file.tell() == place
try:
    marshal.load(file)
except EOFError as error:
    print("EOFError:", error)

for buffer in (bytearray(b"abc"), memoryview(b"abc"), array.array("B", b"abc")):
    print(marshal.loads(marshal.dumps(buffer)))

circle = [1, 2]
circle.append(circle)
again = marshal.loads(marshal.dumps((circle, circle)))
print(again[0] is again[1], again[0][2] is again[0])
world = {"name": "world"}
world["self"] = world
again = marshal.loads(marshal.dumps(world))
print(again["self"] is again, again["name"])


class Generous(io.BytesIO):
    def readinto(self, buffer):
        count = super().readinto(buffer)
        return count + 1000 if count and count > 4 else count


for value in (1.0, b"0123456789", "0123456789"):
    try:
        marshal.load(Generous(marshal.dumps(value)))
    except ValueError as error:
        print("ValueError:", error)


class NoBytes:
    def read(self, size):
        return "text"


for bad in (NoBytes(), None):
    try:
        marshal.load(bad)
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
