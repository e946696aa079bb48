"""A buffered reader closed while it holds octets read ahead refuses every operation."""
import io

OPERATIONS = (
    ("peek", lambda stream: stream.peek()), ("peek(1)", lambda stream: stream.peek(1)),
    ("read", lambda stream: stream.read()), ("read(1)", lambda stream: stream.read(1)),
    ("read1", lambda stream: stream.read1()), ("read1(1)", lambda stream: stream.read1(1)),
    ("readline", lambda stream: stream.readline()), ("readinto", lambda stream: stream.readinto(bytearray(2))),
    ("readinto1", lambda stream: stream.readinto1(bytearray(2))), ("seek", lambda stream: stream.seek(0)),
    ("next", lambda stream: next(stream)), ("close", lambda stream: stream.close()),
    ("readlines", lambda stream: stream.readlines()), ("closed", lambda stream: stream.closed),
)

for kind in (io.BufferedReader, io.BufferedRandom):
    for name, operation in OPERATIONS:
        stream = kind(io.BytesIO(b"12\n34\n"))
        stream.read(1)
        stream.close()
        try:
            print(kind.__name__, name, operation(stream))
        except Exception as error:
            print(kind.__name__, name, type(error).__name__)
