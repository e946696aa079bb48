# Coroutines, async generators, async with, async for, aiter and anext, driven by hand.
def t(label, f):
    try: print(label, repr(f()))
    except BaseException as e: print(label, type(e).__name__, e, repr(e.__cause__))
def run(c):
    try:
        while True:
            r = c.send(None); print('  susp', r)
    except StopIteration as e: return e.value
class Aw:
    def __init__(s, v): s.v = v
    def __await__(s):
        got = yield s.v
        return ('got', got)
async def co(x):
    r = await Aw(x)
    return r, x
t('co', lambda: run(co(4)))
async def ag():
    try:
        for i in range(3):
            await Aw('in')
            got = yield i
            if got: print('ag got', got)
    finally:
        await Aw('fin'); print('ag fin')
async def use():
    out = []
    async for v in ag(): out.append(v)
    a = ag()
    print(await a.asend(None), await a.asend('S'))
    await a.aclose()
    print(await anext(a, 'dflt'))
    try: await anext(a)
    except StopAsyncIteration as e: print('SAI')
    b = ag(); await anext(b)
    try: await b.athrow(KeyError('k'))
    except KeyError as e: print('KE', e)
    return out, [x async for x in ag() if x], {k: v async for k, v in pairs()}
async def pairs():
    yield 1, 2
    yield 3, 4
t('use', lambda: run(use()))
async def w(): 
    async with CM() as v: print('body', v)
    try:
        async with CM() as v: raise ValueError('in with')
    except ValueError as e: print('out', e)
class CM:
    async def __aenter__(s): await Aw('enter'); return 7
    async def __aexit__(s, *a): print('exit', a[0]); return False
t('w', lambda: run(w()))
async def bad(x): await x
t('b1', lambda: run(bad(1)))
class NI:
    def __await__(s): return 1
t('b2', lambda: run(bad(NI())))
class NC:
    def __await__(s): return co(1)
async def forbad(x):
    async for i in x: pass
t('b3', lambda: run(forbad([1])))
class AI:
    def __aiter__(s): return s
t('b4', lambda: run(forbad(AI())))
AI.__anext__ = lambda s: 3
t('b5', lambda: run(forbad(AI())))
class W: pass
class W2:
    def __aenter__(s): return 1
    def __aexit__(s, *a): pass
async def withbad(x):
    async with x: pass
t('b6', lambda: run(withbad(W()))); t('b7', lambda: run(withbad(W2())))
c = co(1); run(c); t('reuse', lambda: c.send(None)); t('reuse2', lambda: c.throw(ValueError)); t('close', lambda: c.close())
c = co(1); c.send(None); print(c.cr_await is not None, c.cr_running, c.cr_suspended, c.cr_origin, c.cr_frame is not None)
async def waiter(): await c
t('already', lambda: run(waiter())); c.close()
async def plain():
    await Aw('in')
    yield 1
a = plain(); s = a.asend(None); s2 = a.asend(None); s.send(None); print(a.ag_running, a.ag_await is not None); t('conc', lambda: s2.send(None))
t('aiter', lambda: aiter(1)); t('anext', lambda: anext(1)); t('aiter2', lambda: aiter(a) is a)
async def si():
    raise StopIteration('x')
t('si', lambda: run(si()))
async def sai():
    yield 1
    raise StopAsyncIteration
async def usesai():
    async for i in sai(): pass
t('sai', lambda: run(usesai()))
async def ignore():
    try: yield 1
    except GeneratorExit: yield 2
async def useig():
    i = ignore(); await anext(i); await i.aclose()
t('ig', lambda: run(useig()))
z = ag().athrow(ValueError); t('z', lambda: z.send(None)); t('z2', lambda: z.send(None))
def yf(c): yield from c
c = co(1)
try: next(yf(c))
except TypeError as e: print(e)
c.close()
