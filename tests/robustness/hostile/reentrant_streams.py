# own limit: CPython reads freed memory, or writes behind its output, in several of these
# Code that runs while something is pickled, formatted or converted, and takes away what is being looked at.
import audioop
import contextvars
import decimal
import gc
import io
import pickle
import _pickle


def attempt(name, action):
    try:
        print(name, str(action())[:80])
    except Exception as error:
        print(name, type(error).__name__, error)


class Emptying:
    """A file whose write() empties the object that is being written."""

    def __init__(self, array):
        self.array = array

    def write(self, octets):
        self.array.clear()


for protocol in (4, 5):
    array = bytearray(200000)
    attempt("write", lambda: pickle.Pickler(Emptying(array), protocol).dump([b"x" * 100, array]))


class Forgetful(_pickle.Pickler):
    pass


pickler = Forgetful(io.BytesIO())


class Clearing:
    def __del__(self):
        pickler.clear_memo()


pickler.dump([[str(i)] for i in range(5000)])
cycle = Clearing()
cycle.self = cycle
del cycle
threshold = gc.get_threshold()
gc.set_threshold(1)
attempt("memo", lambda: len(pickler.memo.copy()) >= 0)
gc.set_threshold(*threshold)


class Key(str):
    def __hash__(self):
        return hash("thousands_sep")

    def __eq__(self, other):
        override.clear()
        decimal.setcontext(decimal.Context())
        return False


override = {"decimal_point": "".join(["a", "b"])}
override[Key("other")] = 1
attempt("override", lambda: decimal.Decimal("1234.5").__format__("n", override))


class Switching(list):
    def __iter__(self):
        decimal.setcontext(decimal.Context())
        return super().__iter__()


attempt("digits", lambda: decimal.Decimal(Switching([0, (1, 2), 3])))
for position in (2**20, 5000, 0, -5):
    for rates in ((8000, 8000), (44100, 8000)):
        attempt("rates", lambda: len(audioop.ratecv(b"ab" * 4, 2, 1, *rates, (position, ((0, 0),)))[0]))


def other_context():
    for variable in contextvars.copy_context():
        variable.set(42)
    return decimal.Decimal(1) / 3


decimal.getcontext()
attempt("context", lambda: contextvars.copy_context().run(other_context))
for name in ("GeneratorType", "CoroutineType", "FrameType", "BuiltinFunctionType", "AsyncGeneratorType"):
    attempt(name, lambda: repr(pickle.loads(b"ctypes\n" + name.encode() + b"\n)\x81.")))
