# Addresses of sockets: packing, byte order, numeric look-ups and the errors of bad ones.
import socket


def attempt(function, *arguments):
    try:
        print(function(*arguments))
    except Exception as error:
        print(type(error).__name__, error)


attempt(socket.inet_aton, '127.0.0.1')
attempt(socket.inet_aton, 'x.1')
attempt(socket.inet_ntoa, b'\x01\x02\x03\x04')
attempt(socket.inet_ntoa, b'\x01')
attempt(socket.inet_pton, socket.AF_INET6, '::1')
attempt(socket.inet_ntop, socket.AF_INET6, bytes(15) + b'\1')
attempt(socket.inet_ntop, socket.AF_INET6, b'')
attempt(socket.inet_ntop, 77, b'')
attempt(socket.htons, 258)
attempt(socket.htons, -1)
attempt(socket.htons, 70000)
attempt(socket.htonl, 1)
attempt(socket.htonl, 1 << 32)
attempt(socket.getaddrinfo, '127.0.0.1', 80, socket.AF_INET, socket.SOCK_STREAM)
attempt(socket.getnameinfo, ('127.0.0.1', 80), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV)
attempt(socket.gethostbyname, '10.1.2.3')
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
    for address in [5, ('127.0.0.1',), ('127.0.0.1', 70000), (None, 1), ('a\0b', 1), ('127.0.0.1', 'x')]:
        attempt(s.bind, address)
    s.bind(('127.0.0.1', 0))
    print(s.getsockname()[0])
    s.sendto(b'data', s.getsockname())
    print(s.recvfrom(10)[0])
    attempt(s.settimeout, -1)
    attempt(s.recv, -1)
attempt(s.recv, 1)
print(s.fileno())
