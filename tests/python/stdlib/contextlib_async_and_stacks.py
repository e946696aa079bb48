"""contextlib: ExitStack order and errors, suppress, redirect, closing, AsyncExitStack, decorators made of
managers, chdir."""
import asyncio
import contextlib
import io
import os
import sys


def attempt(function):
    try:
        print(function())
    except BaseException as error:
        print(type(error).__name__, error, "context:", repr(error.__context__))


class M:
    def __init__(self, name, swallow=False, fail=None): self.name, self.swallow, self.fail = name, swallow, fail
    def __enter__(self): print("enter", self.name, end="; "); return self.name
    def __exit__(self, kind, value, trace):
        print("exit", self.name, repr(value), end="; ")
        if self.fail: raise self.fail
        return self.swallow


def stack(*managers, error=None):
    with contextlib.ExitStack() as s:
        for m in managers: s.enter_context(m)
        s.callback(print, "callback", end="; ")
        s.push(lambda *exc: print("pushed", exc[1], end="; "))
        if error: raise error
    return "done"


attempt(lambda: stack(M(1), M(2)))
attempt(lambda: stack(M(1), M(2, swallow=True), error=KeyError("k")))
attempt(lambda: stack(M(1), M(2, fail=ValueError("v")), M(3, fail=TypeError("t")), error=KeyError("k")))
attempt(lambda: stack(M(1, swallow=True), M(2, fail=ValueError("v"))))
attempt(lambda: stack(5))
attempt(lambda: contextlib.ExitStack().push(3))
attempt(lambda: contextlib.ExitStack().callback())
def transfer():
    with contextlib.ExitStack() as s:
        s.enter_context(M("kept"))
        kept = s.pop_all()
    print("left", end="; ")
    kept.close()
attempt(transfer)
def suppressed(*kinds, error):
    with contextlib.suppress(*kinds):
        raise error
    return "suppressed"
attempt(lambda: suppressed(KeyError, error=KeyError()))
attempt(lambda: suppressed(LookupError, OSError, error=IndexError()))
attempt(lambda: suppressed(error=KeyError("none listed")))
attempt(lambda: suppressed(5, error=KeyError()))
attempt(lambda: suppressed(KeyError, error=SystemExit(3)))
out = io.StringIO()
with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
    print("to buffer"), print("error text", file=sys.stderr)
print(repr(out.getvalue()))
class C:
    def close(self): print("closed", end="; ")
def closes():
    with contextlib.closing(C()) as c: return type(c).__name__
attempt(closes)
attempt(lambda: contextlib.closing(5).__exit__())
@contextlib.contextmanager
def tag(name):
    "doc of tag"
    print(f"<{name}>", end="")
    try: yield name
    finally: print(f"</{name}>", end="; ")
@tag("decorated")
def function(x): return x * 2
attempt(lambda: function(2) + function(3))
print(tag.__doc__, tag.__name__, function.__name__, contextlib.nullcontext(5).__enter__())
class Deco(contextlib.ContextDecorator, M): pass
@Deco("class decorator")
def g(): return "g"
attempt(g)
here = os.getcwd()
with contextlib.chdir("/"): print(os.getcwd(), end="; ")
print(os.getcwd() == here)
@contextlib.asynccontextmanager
async def atag(name):
    await asyncio.sleep(0)
    print(f"<{name}>", end="")
    try: yield name
    except KeyError as error: print("saw", error, end="; ")
    finally: print(f"</{name}>", end="; ")
class AClose:
    async def aclose(self): print("aclosed", end="; ")
async def main():
    async with atag("a") as a, contextlib.aclosing(AClose()):
        print(a, end="; ")
    async with atag("swallows"): raise KeyError("x")
    async with contextlib.AsyncExitStack() as s:
        await s.enter_async_context(atag("in stack"))
        s.enter_context(M("sync in async"))
        s.push_async_callback(asyncio.sleep, 0)
        async def exit(*exc): print("async exit", exc[1], end="; ")
        s.push_async_exit(exit)
        try: await s.enter_async_context(M("no async"))
        except TypeError as error: print(error)
        raise KeyError("for the stack")
    @atag("async decorated")
    async def inner(): return 5
    print(await inner())
    async with contextlib.nullcontext(3) as n: print(n)
    try:
        async with atag("no yield twice") as x:
            raise StopAsyncIteration("s")
    except StopAsyncIteration as error: print(repr(error))
asyncio.run(main())
attempt(lambda: isinstance(M(1), contextlib.AbstractContextManager) and not isinstance(5,
    contextlib.AbstractContextManager))
attempt(lambda: contextlib.contextmanager(len)("x").__enter__())
attempt(lambda: contextlib.contextmanager(lambda: 5)().__enter__())
