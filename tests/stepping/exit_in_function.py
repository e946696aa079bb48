import atexit

atexit.register(print, "at exit")


def leave():
    raise SystemExit(7)


try:
    leave()
finally:
    print("finally")
