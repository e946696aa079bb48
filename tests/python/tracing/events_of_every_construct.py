import sys
def show(label):
    def tracer(frame, event, arg):
        if event == "exception":
            arg = (arg[0].__name__, str(arg[1]), arg[2] is not None)
        elif event == "return" and not isinstance(arg, (int, str, type(None))):
            arg = type(arg).__name__
        print(label, event, frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno, arg)
        return tracer
    return tracer
def run(f, *args):
    print("==", f.__name__)
    sys.settrace(show("T"))
    try:
        r = f(*args)
    except BaseException as e:
        r = repr(e)
    finally:
        sys.settrace(None)
    print("->", r)
def simple(a):
    b = a + 1
    if b > 1:
        return b
    return 0
def loop():
    total = 0
    for i in range(3):
        total += i
    while total > 1: total -= 1
    else:
        total = 7
    return total
def gen():
    x = yield 1
    y = yield 2
    return 3
def use_gen():
    for i in gen():
        print(i)
    return list(gen())
def deleg():
    r = yield from gen()
    yield r
def use_deleg():
    return [x for x in deleg()]
def fails():
    return 1 // 0
def catches():
    try:
        fails()
    except ZeroDivisionError as e:
        x = 1
    finally:
        y = 2
    return x + y
class CM:
    def __enter__(self): return self
    def __exit__(self, *a):
        return True
def withs():
    with CM() as c:
        raise KeyError("x")
    return 5
async def co():
    return 1
async def co2():
    a = await co()
    return a + 1
def use_co():
    c = co2()
    try:
        c.send(None)
    except StopIteration as e:
        return e.value
def thrower():
    g = gen()
    next(g)
    try:
        g.throw(ValueError("v"))
    except ValueError:
        pass
    g2 = gen()
    next(g2)
    g2.close()
def nested():
    def inner(x):
        return lambda: x
    return inner(3)()
class Meta:
    def m(self):
        class C:
            a = 1
            b = 2
        return C.a
def iters():
    class I:
        def __init__(self): self.n = 0
        def __iter__(self): return self
        def __next__(self):
            self.n += 1
            if self.n > 2:
                raise StopIteration
            return self.n
    for i in I():
        pass
    try:
        raise
    except RuntimeError:
        pass
for f in (lambda: simple(0), lambda: simple(5), loop, use_gen, use_deleg, catches, withs, use_co, thrower, nested, lambda: Meta().m(), iters, fails):
    run(f)
