# Sockets: pairs, timeouts, non-blocking errors, and streams of asyncio over them.
import asyncio
import socket

a,b=socket.socketpair()
a.sendall(b'hello'); print(b.recv(10)); print(a.family, a.type, a.timeout)
a.settimeout(0.01)
try: a.recv(1)
except TimeoutError as e: print(repr(e))
a.setblocking(False)
try: a.recv(1)
except BlockingIOError as e: print(repr(e))
a.close(); b.close()
async def handle(r,w):
    d=await r.readline(); w.write(d.upper()); await w.drain(); w.close()
async def main():
    print(await asyncio.gather(*(asyncio.sleep(0.01*i, i) for i in range(3))))
    s=await asyncio.start_server(handle,'127.0.0.1',0)
    port=s.sockets[0].getsockname()[1]
    r,w=await asyncio.open_connection('127.0.0.1',port)
    w.write(b'abc\n'); print(await r.read()); w.close(); s.close(); await s.wait_closed()
asyncio.run(main())
