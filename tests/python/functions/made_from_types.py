import types
def f(a, b=2): 
    return a, b
def outer():
    x = 5
    def g(): return x
    return g
def try_(fn, *a, **k):
    try: r = fn(*a, **k); print(r if not callable(r) else type(r).__name__); return r
    except Exception as e: print(type(e).__name__, e)
F = types.FunctionType
g = try_(F, f.__code__, globals())
g = try_(F, f.__code__, globals(), 'nm', (7,8)); print(g.__name__, g.__qualname__, g(), g.__module__, g.__defaults__)
g = try_(F, outer().__code__, {}, None, None, outer().__closure__); print(g(), g.__module__, g.__name__, g.__qualname__)
try_(F, 1, {}); try_(F, f.__code__, 1); try_(F, f.__code__, {}, 1); try_(F, f.__code__, {}, 'a', 1); try_(F, f.__code__, {}, 'a', None, 1)
try_(F, outer().__code__, {}); try_(F, outer().__code__, {}, None, None, ()); try_(F, outer().__code__, {}, None, None, (1,)); try_(F, f.__code__, {}, None, None, outer().__closure__)
try_(F); try_(F, code=f.__code__, globals={}, name='z', argdefs=(1,), closure=None); try_(F, f.__code__, {}, bad=1)
try_(F, outer().__code__, {}, None, None, 3)
M = types.MethodType
m = try_(M, f, 3); print(m())
try_(M); try_(M, f); try_(M, 1, 2); try_(M, f, None); try_(M, f, 1, 2); try_(M, f, k=1)
print(m.__reduce__()[1])
print(F.__text_signature__, M.__text_signature__)
