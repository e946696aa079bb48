"""Hooks of class creation that fail: __init_subclass__, __set_name__, __prepare__, __mro_entries__,
__class_getitem__."""
import gc
import types


def attempt(text, **names):
    try:
        exec(text, names)
        print("fine", {k: v for k, v in names.items() if k == "result"})
    except BaseException as error:
        print(type(error).__name__, error, "|", repr(error.__cause__), getattr(error, "__notes__", None))


class Sub:
    seen = []

    def __init_subclass__(cls, /, flag=None, **kw):
        super().__init_subclass__(**kw)
        cls.seen.append((cls.__name__, flag))
        if flag == "fail":
            raise ValueError("refused")


attempt("class A(Sub, flag=1): pass", Sub=Sub)
attempt("class A(Sub, flag='fail'): pass", Sub=Sub)
attempt("class A(Sub, other=1): pass", Sub=Sub)
attempt("class A(Sub, cls=1): pass", Sub=Sub)
gc.collect()
print(Sub.seen, [k.__name__ for k in Sub.__subclasses__()])


class Named:
    def __init__(self, fail=None):
        self.fail = fail

    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        if self.fail:
            raise self.fail


attempt("class A:\n x = Named()\n y = x\n z = [Named()]", Named=Named)
attempt("class A:\n x = Named(KeyError('in set_name'))", Named=Named)
attempt("class A:\n x = Named(KeyboardInterrupt('stop'))", Named=Named)
attempt("class A: pass\nA.x = Named()", Named=Named)


class WrongArity:
    def __set_name__(self):
        pass


attempt("class A:\n x = W()", W=WrongArity)


class OnInstance:
    pass


i = OnInstance()
i.__set_name__ = print
attempt("class A:\n x = i", i=i)


class Growing:
    def __set_name__(self, owner, name):
        if len(name) < 5:
            setattr(owner, name + "g", Growing())


attempt("class A:\n x = G()\nresult = sorted(k for k in vars(A) if k[0] == 'x')", G=Growing)


class Entries:
    def __init__(self, answer):
        self.answer = answer

    def __mro_entries__(self, bases):
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


attempt("class A(e): pass\nresult = A.__mro__, A.__orig_bases__ == (e,)", e=Entries((int,)))
attempt("class A(e): pass\nresult = A.__bases__", e=Entries(()))
attempt("class A(e, int): pass\nresult = A.__bases__", e=Entries((Sub, list)))
attempt("class A(e): pass", e=Entries([int]))
attempt("class A(e): pass", e=Entries((1,)))
attempt("class A(e): pass", e=Entries(LookupError("x")))
attempt("type('A', (e,), {})", e=Entries((int,)))
print(types.resolve_bases((Entries((int, str)), list)), types.new_class("N", (Entries((int,)),)).__mro__)
attempt("class A:\n def __class_getitem__(cls, k): return cls, k\nclass B(A): pass\nresult = B[1, 2], B[:]")
attempt("class A: pass\nA[1]")
attempt("class A:\n __class_getitem__ = 3\nA[1]")
attempt("class A:\n def __init_subclass__(self): print('called')\n x = 1\nclass B(A): y = 2\nB.__init_subclass__()")
attempt("class A:\n __init_subclass__ = 3\nclass B(A): pass")
attempt("class A:\n def __prepare__(*a): return {}\nclass B(A): pass\nresult = B.__name__")
attempt("class M(type):\n @classmethod\n def __prepare__(c, *a): return None\nclass A(metaclass=M): pass")
attempt("class M(type):\n def __new__(c, *a): return None\nclass A(metaclass=M):\n def f(self): __class__\nresult = A")
attempt("class M(type):\n def __new__(c, n, b, d): return type.__new__(c, n, b, {})\n"
        "class A(metaclass=M):\n def f(self): __class__")
attempt("class M(type):\n def __new__(c, n, b, d):\n  d['__classcell__'] = 1\n  return type.__new__(c, n, b, d)\n"
        "class A(metaclass=M): pass")
