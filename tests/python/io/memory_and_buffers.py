import _io as io
b=io.BytesIO(b"abc\ndef\n"); print(b.readline(), b.tell(), b.read(2), b.seek(0,2), b.write(b"xy"), b.getvalue(), list(io.BytesIO(b"1\n2")))
s=io.StringIO("a\r\nb\n", newline=None); print(s.readlines(), s.newlines); s=io.StringIO(); print("x",1,file=s); print(s.getvalue(), s.tell())
r=io.BufferedReader(io.BytesIO(b"0123456789"*3), 8); print(r.peek(), r.read(3), r.read1(), r.read(10), r.tell(), r.seek(2), r.read())
w=io.BytesIO(); bw=io.BufferedWriter(w, 4); print(bw.write(b"abc"), bw.write(b"defgh"), w.getvalue()); bw.flush(); print(w.getvalue())
x=io.BufferedRandom(io.BytesIO(b"hello world")); print(x.read(3)); x.write(b"XX"); print(x.read(2), x.seek(0), x.read())
d=io.IncrementalNewlineDecoder(None, True); print(d.decode("a\r"), d.decode("\nb"), d.getstate(), d.newlines)
try: io.BytesIO().fileno()
except OSError as e: print(type(e), e, isinstance(e, ValueError))
