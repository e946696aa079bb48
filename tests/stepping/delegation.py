def numbers():
    received = yield 1
    try:
        yield received
    except ValueError:
        yield "thrown"
    finally:
        print("closed")


def relay():
    return (yield from numbers())


source = relay()
next(source)
source.send("sent")
source.throw(ValueError)
source.close()
