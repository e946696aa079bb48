# int.to_bytes and int.from_bytes.
import sys

sys.path.insert(0, ".")
from _show import Recorder, show

show(globals(), "(1024).to_bytes(2, 'big')", "(1024).to_bytes(2, 'little')", "(1024).to_bytes(10, byteorder='big')",
     "(255).to_bytes()", "(256).to_bytes()", "(0).to_bytes(0, 'big')", "(1).to_bytes(0, 'big')", "(-1).to_bytes(1, 'big')",
     "(-1).to_bytes(3, 'big', signed=True)", "(-129).to_bytes(1, 'big', signed=True)", "(127).to_bytes(1, signed=True)",
     "(128).to_bytes(1, signed=True)", "(-128).to_bytes(1, signed=True)", "(2**63).to_bytes(8, 'little')",
     "(-2**63).to_bytes(8, 'little', signed=True)", "(2**200).to_bytes(30, 'big').hex()", "(1).to_bytes(-1, 'big')",
     "(1).to_bytes(1, 'middle')", "(1).to_bytes(1, b'big')", "(1).to_bytes(1, 'big', True)", "(1).to_bytes('a', 'big')",
     "int.from_bytes(b'\\x04\\x00', 'big')", "int.from_bytes(b'\\x04\\x00', 'little')", "int.from_bytes(b'')",
     "int.from_bytes(b'\\xff\\xfe', 'big', signed=True)", "int.from_bytes(b'\\x80', signed=True)",
     "int.from_bytes([1, 2, 3])", "int.from_bytes([256])", "int.from_bytes('abc')", "int.from_bytes(7)",
     "int.from_bytes(bytearray(b'\\x01\\x02'), 'little')", "int.from_bytes(memoryview(b'ab'))",
     "int.from_bytes(Recorder(bytes=b'\\x05'))", "int.from_bytes(Recorder(bytes='a'))", "bool.from_bytes(b'\\x02')",
     "int.from_bytes(b'\\xff' * 9, 'big')", "int.from_bytes(b'a', 'up')", "int.from_bytes()")


class Sub(int):
    pass


print(type(Sub.from_bytes(b"\x01")), Sub.from_bytes(b"\x01"))
