import os

if os.fork() == 0:
    print("child", flush=True)
    os._exit(0)
status = os.waitpid(-1, 0)[1]
print("parent", status)
if os.fork() == 0:
    print("another child goes to its end")
else:
    os.wait()
    print("parent again")
