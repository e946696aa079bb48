# Files, pipes and standard output used by several threads at once lose nothing and break nothing.
import io
import os
import sys
import threading

sys.setswitchinterval(1e-6)
reader, writer = os.pipe()
received = []


def receive():
    with open(reader, "rb") as stream:
        while chunk := stream.read(7):
            received.append(chunk)


out = open(writer, "wb", buffering=64)


def send(letter):
    for _ in range(100):
        out.write(letter * 5)


receiver = threading.Thread(target=receive)
receiver.start()
senders = [threading.Thread(target=send, args=(bytes([65 + n]),)) for n in range(4)]
for thread in senders:
    thread.start()
for thread in senders:
    thread.join()
out.close()
receiver.join()
text = b"".join(received)
print(len(text), [text.count(bytes([65 + n])) for n in range(4)])

memory = io.BytesIO()
lock = threading.Lock()


def fill(letter):
    for _ in range(50):
        with lock:
            memory.write(letter)


threads = [threading.Thread(target=fill, args=(b"ab",)) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(memory.getvalue() == b"ab" * 200)


class Reentrant(io.RawIOBase):
    def writable(self):
        return True

    def write(self, data):
        try:
            buffered.write(b"again")
        except RuntimeError as error:
            print(str(error).split(" <")[0])
        return len(data)


buffered = io.BufferedWriter(Reentrant(), 4)
buffered.write(b"longer than the buffer")
buffered.flush()
