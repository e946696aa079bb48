"""asyncio over sockets and pipes: streams of a local server, limits, end of file, protocols, subprocesses,
exceptions in handlers."""
import asyncio
import os
import socket
import tempfile


async def attempt(awaitable):
    try:
        return await awaitable
    except Exception as error:
        return f"{type(error).__name__}: {error}"


async def handle(reader, writer):
    while line := await reader.readline():
        writer.write(line.upper())
        await writer.drain()
        if line == b"bye\n":
            break
    writer.close()
    await writer.wait_closed()


class Echo(asyncio.Protocol):
    def connection_made(self, transport): self.transport = transport; print("made")
    def data_received(self, data): self.transport.write(data[::-1])
    def eof_received(self): print("eof")
    def connection_lost(self, error): print("lost", error)


async def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "s")
        server = await asyncio.start_unix_server(handle, path)
        async with server:
            reader, writer = await asyncio.open_unix_connection(path)
            writer.writelines([b"one\n", b"two\n"])
            print(await reader.readline(), await reader.readuntil(b"W"), await reader.readexactly(2))
            writer.write(b"partial")
            writer.write_eof()
            print(await reader.read(), reader.at_eof(), writer.can_write_eof(),
                  await attempt(reader.readexactly(3)))
            writer.close()
            reader, writer = await asyncio.open_unix_connection(path, limit=16)
            writer.write(b"x" * 100 + b"\nbye\n")
            print(await attempt(reader.readline()), await attempt(reader.readuntil(b"zz")))
            writer.close()
        print(await attempt(asyncio.open_unix_connection(path + "none")))
        loop = asyncio.get_running_loop()
        server = await loop.create_unix_server(Echo, path + "2")
        reader, writer = await asyncio.open_unix_connection(path + "2")
        writer.write(b"abc")
        print(await reader.read(3))
        writer.close()
        await writer.wait_closed()
        await asyncio.sleep(0.001)
        server.close()
        await server.wait_closed()
    a, b = socket.socketpair()
    a.setblocking(False), b.setblocking(False)
    await loop.sock_sendall(a, b"raw")
    print(await loop.sock_recv(b, 10))
    a.close()
    print(await loop.sock_recv(b, 10))
    b.close()
    process = await asyncio.create_subprocess_exec("cat", stdin=asyncio.subprocess.PIPE,
                                                   stdout=asyncio.subprocess.PIPE)
    print(await process.communicate(b"to cat"), process.returncode)
    process = await asyncio.create_subprocess_shell("echo out; echo err >&2; exit 3", stdout=-1, stderr=-1)
    print(await process.communicate(), await process.wait())
    print(await attempt(asyncio.create_subprocess_exec("/no/such")))
    process = await asyncio.create_subprocess_exec("sleep", "9")
    process.kill()
    print(await process.wait())
    r, w = os.pipe()
    got = loop.create_future()
    loop.add_reader(r, lambda: got.set_result(os.read(r, 10)))
    loop.call_soon(os.write, w, b"pipe")
    print(await got, loop.remove_reader(r), loop.remove_reader(r))
    os.close(r), os.close(w)
    errors = []
    loop.set_exception_handler(lambda loop, context: errors.append((context["message"][:30],
                                                                    repr(context.get("exception")))))
    loop.call_soon(lambda: 1 / 0)
    async def lost(): raise KeyError("never retrieved")
    task = asyncio.create_task(lost())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task
    import gc
    gc.collect()
    print(errors)
    loop.add_signal_handler(10, got.set_result) if False else None
    reader = asyncio.StreamReader()
    reader.feed_data(b"fed\nmore"), reader.feed_eof()
    print([line async for line in reader], await reader.read())


asyncio.run(main())
