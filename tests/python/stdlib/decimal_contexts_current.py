"""The current context: threads, contexts of variables, localcontext(), templates, contexts with odd attributes."""

import contextvars
import pickle
import threading
from decimal import *


def show(label, function):
    try:
        print(label, repr(function())[:200])
    except Exception as error:
        print(label, type(error).__name__, str(error)[:200])


print(getcontext(), getcontext() is getcontext(), HAVE_THREADS, HAVE_CONTEXTVAR)
getcontext().prec = 5
results = []
thread = threading.Thread(target=lambda: results.append((getcontext().prec, Decimal(1) / 7)))
thread.start()
thread.join()
print(results, Decimal(1) / 7)


def change():
    setcontext(Context(prec=9))
    getcontext().rounding = ROUND_UP
    return Decimal(1) / 3


def change_in_place():
    getcontext().prec = 7
    return Decimal(1) / 3


print(contextvars.copy_context().run(change), Decimal(1) / 3)
print(contextvars.copy_context().run(change_in_place), Decimal(1) / 3)
with localcontext(prec=12, Emax=50) as outer:
    with localcontext(outer, rounding=ROUND_UP, traps=[Inexact]) as inner:
        print(inner is getcontext(), inner.prec, inner.Emax)
        show("inexact", lambda: Decimal(1) / 3)
    print(outer is getcontext(), outer.flags[Inexact], Decimal(1) / 3)
for template in (DefaultContext, BasicContext, ExtendedContext):
    setcontext(template)
    print(getcontext() is template, getcontext())
mine = Context(prec=3, flags=[Inexact], traps=[])
setcontext(mine)
print(getcontext() is mine, Decimal(2) / 3, mine, mine.copy() is mine, pickle.loads(pickle.dumps(mine)))
setcontext(Context())

for name, values in {"prec": (0, 1, MAX_PREC, 10 ** 18, -5, 2 ** 70, "3", 1.0, None, True), "Emin": (0, 1, MIN_EMIN, -10 ** 18), "Emax": (-1, 0),
                     "clamp": (0, 1, 2, 2 ** 40), "capitals": (0, 1, 2), "rounding": (ROUND_05UP, "ROUND_X", 3), "traps": ({}, [], 5),
                     "flags": ([Rounded], {Inexact: 1}), "other": (1,)}.items():
    for value in values:
        context = Context(prec=9)
        show(f"{name}={value!r}", lambda: setattr(context, name, value) or getattr(context, name))
        show("  in the constructor", lambda: getattr(Context(**{name: value}), name))
show("delete", lambda: delattr(getcontext(), "prec"))
show("setcontext", lambda: setcontext(5))
show("localcontext", lambda: localcontext(5))
show("keyword", lambda: localcontext(precision=5))
show("method", lambda: Decimal(1).exp(context=5))


class Odd(Context):
    def __getattribute__(self, name):
        return 77


setcontext(Odd(prec=4))
print(Decimal(1) / 3, getcontext().prec)
