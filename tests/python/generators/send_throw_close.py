# Generators: send, throw with all forms of its arguments, close, delegation, PEP 479, attributes.
import sys


def t(label, f):
    try: print(label, repr(f()))
    except BaseException as e: print(label, type(e).__name__, e, repr(e.__cause__), repr(e.__context__))

def count(n):
    i = 0
    while i < n:
        got = yield i
        if got is not None: print('got', got)
        i += 1
    return 'done'
print(list(count(3)))
g = count(3)
t('send', lambda: g.send(1)); t('next', lambda: next(g)); t('send', lambda: g.send('x')); t('next', lambda: next(g)); t('stop', lambda: next(g)); t('stop2', lambda: next(g))
g = count(1); next(g); t('throw', lambda: g.throw(ValueError, 'v')); t('after', lambda: next(g))
for args in [(), (1,2,3,4), (1,), (ValueError(1),2), (ValueError,1,3), (ValueError,'a'), (ValueError,(1,2)), (ValueError,None), (ValueError,TypeError(1)), (int,), (ValueError('x'),None,None)]:
    g = count(2); next(g)
    t('throw%d' % len(args), lambda: g.throw(*args))
g = count(2); t('throw created', lambda: g.throw(KeyError('k'))); t('next', lambda: list(g))
def catcher():
    while True:
        try: yield 'y'
        except ValueError as e: print('caught', e)
        finally: print('finally')
g = catcher(); next(g); t('c', lambda: g.throw(ValueError('q'))); t('close', lambda: g.close()); t('closed', lambda: next(g))
def inner():
    try:
        x = yield 'a'
        print('x', x)
        y = yield 'b'
        return y
    except KeyError as e:
        print('inner', repr(e)); return 'fromexc'
    finally: print('inner fin')
def outer():
    r = yield from inner()
    print('r', r)
    yield 'after'
    return r
g = outer(); t('1', lambda: next(g)); print(g.gi_yieldfrom is not None, g.gi_running, g.gi_suspended); t('2', lambda: g.send('X')); t('3', lambda: g.send('Y')); t('4', lambda: next(g)); print(g.gi_frame, g.gi_code.co_name)
g = outer(); next(g); t('yf throw', lambda: g.throw(KeyError('z'))); t('', lambda: next(g))
g = outer(); next(g); t('yf close', lambda: g.close())
g = outer(); next(g); t('yf throw unhandled', lambda: g.throw(TypeError('z')))
def stop(): 
    yield 1
    raise StopIteration('boo')
t('479', lambda: list(stop()))
def selfrun():
    yield
    next(me)
me = selfrun(); next(me); t('running', lambda: next(me))
t('send created', lambda: count(1).send(3))
class It:
    def __init__(s): s.n = 0
    def __iter__(s): return s
    def __next__(s):
        s.n += 1
        if s.n > 2: raise StopIteration('end')
        return s.n
    def throw(s, *a): print('It.throw', a); return 'T'
    def close(s): print('It.close')
    def send(s, v): print('It.send', v); return v
def d():
    r = yield from It()
    print('It gave', r)
g = d(); print(next(g), next(g)); t('it send', lambda: g.send(5)); t('it throw', lambda: g.throw(ValueError, 'a')); t('it next', lambda: next(g))
g = d(); next(g); t('it close', lambda: g.close())
g = d(); next(g); t('it exit', lambda: g.throw(GeneratorExit))
def handled():
    try: 1/0
    except ZeroDivisionError:
        yield 1
        raise KeyError
g = handled(); next(g); t('ctx', lambda: next(g))
g = handled(); next(g); t('ctx throw', lambda: g.throw(ValueError('w')))
def exc():
    yield sys.exc_info()[0]
    try: raise ValueError
    except ValueError:
        yield sys.exc_info()[0]
        yield sys.exc_info()[0]
    yield sys.exc_info()[0]
g = exc()
try: raise KeyError
except KeyError: print(next(g), next(g))
print(next(g), next(g), sys.exc_info())
g = count(2); g.__name__ = 'zz'; g.__qualname__ = 'q.zz'; print(g.__name__, repr(g)[:24])
t('name', lambda: setattr(g, '__name__', 1)); t('ro', lambda: setattr(g, 'gi_running', 1)); t('new', lambda: type(g)())
print([x for x in dir(g) if not x.startswith('__')], iter(g) is g)
print((lambda: (yield))().gi_frame.f_lasti, sum(i*i for i in range(5)))
def deleted():
    try: yield 1
    finally: print('finalized')
g = deleted(); next(g); del g
def fr():
    yield sys._getframe().f_back is not None
    yield 2
g = fr(); print(next(g)); print(g.gi_frame.f_back, g.gi_frame.f_lineno - fr.__code__.co_firstlineno)
