# _operator: all functions, itemgetter, attrgetter, methodcaller.
import _operator as o


def show(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


for name in "add sub mul floordiv truediv mod pow lshift rshift and_ xor or_ lt le eq ne gt ge is_ is_not iadd isub imul ifloordiv itruediv imod ipow ilshift irshift iand ixor ior matmul imatmul".split():
    show(lambda: (name, getattr(o, name)(7, 2)))
for name in "neg pos abs inv invert index not_ truth".split():
    show(lambda: (name, getattr(o, name)(-3)))
    show(lambda: (name, getattr(o, name)("x")))
l = [1, 2, 1]
for case in (
    lambda: o.concat([1], [2]), lambda: o.concat(1, 2), lambda: o.concat([1], 2), lambda: o.iconcat(l, [5]), lambda: l,
    lambda: o.countOf(l, 1), lambda: o.indexOf(l, 2), lambda: o.indexOf(l, 9), lambda: o.countOf(1, 1), lambda: o.contains(l, 2),
    lambda: o.getitem(l, 0), lambda: o.setitem(l, 0, 9), lambda: o.delitem(l, 1), lambda: l, lambda: o.length_hint(l),
    lambda: o.length_hint(1, 5), lambda: o.length_hint(1, "a"), lambda: o.call(print, 1, 2, sep="-"),
    lambda: o._compare_digest("a", "a"), lambda: o._compare_digest(b"a", b"b"), lambda: o._compare_digest("a", b"a"),
    lambda: o._compare_digest("\xe9", "a"), lambda: o.itemgetter(), lambda: o.itemgetter(1)(l), lambda: o.itemgetter(0, 1)(l),
    lambda: o.itemgetter(1, x=2), lambda: o.itemgetter(1)(), lambda: o.itemgetter(1)(1, 2), lambda: o.itemgetter(1),
    lambda: o.itemgetter("a", 2), lambda: o.itemgetter(-1)((1, 2)), lambda: o.itemgetter(5)((1, 2)), lambda: o.itemgetter(1).__reduce__(),
    lambda: o.attrgetter("real")(5), lambda: o.attrgetter("real.imag", "numerator")(5), lambda: o.attrgetter(1), lambda: o.attrgetter(),
    lambda: o.attrgetter("a.b", "c"), lambda: o.attrgetter("x")(5), lambda: o.attrgetter("a.b").__reduce__(), lambda: o.attrgetter("real")(1, x=2),
    lambda: o.methodcaller(), lambda: o.methodcaller(1), lambda: o.methodcaller("upper")("ab"), lambda: o.methodcaller("split", "b", maxsplit=1)("abcbd"),
    lambda: o.methodcaller("f", 1, k=2), lambda: o.methodcaller("f", 1).__reduce__(), lambda: o.methodcaller("f")(1, 2), lambda: o.methodcaller("x")(5),
    lambda: o.add(1), lambda: o.neg(), lambda: o.truth(1, 2),
):
    show(case)
