import os, sys

for n in range(200):
    print("line", n, "x" * 50)
    if n == 1:
        os.write(1, b"written\n")
        print("told", file=sys.stderr)
sys.stdout.write("no end of line")
os.system("echo of a child")
