"""global and nonlocal: redeclarations, use before declaration, class scopes, nested functions, refusals with their texts."""
x = "module"


def setter():
    global x, fresh
    x = "set"
    fresh = "made"


setter()
print(x, fresh)


class C:
    global from_class
    from_class = 1
    own = 2

    global attr_free

    def attr_free(self):
        return "a global function"


print(from_class, hasattr(C, "from_class"), C.own, attr_free(None), attr_free.__qualname__)


def outer():
    a = b = 0

    def middle():
        nonlocal a
        a += 1

        def inner():
            nonlocal a, b
            a += 10
            b = a
            return a
        return inner
    m = middle()
    return m(), a, b


print(outer())


def class_between():
    value = 1

    class K:
        nonlocal value
        value = 2
        own = value
    return value, K.own, hasattr(K, "value")


print(class_between())


def global_between():
    name = "enclosing"

    def middle():
        global name

        def inner():
            return name
        return inner
    return middle()


name = "the global"
print(global_between()())


def loops():
    global loop_index, handle, error_name, imported, defined, Klass
    for loop_index in range(3):
        pass
    with open("/dev/null") as handle:
        pass
    import math as imported

    def defined():
        pass

    class Klass:
        pass
    try:
        1 / 0
    except ZeroDivisionError as error_name:
        pass


loops()
print(loop_index, handle.closed, imported.__name__, defined.__qualname__, Klass.__qualname__, "error_name" in globals())
for source in ("def f():\n x = 1\n global x", "def f():\n print(x)\n global x", "def f(x):\n global x", "def f():\n nonlocal x", "nonlocal x", "def f():\n x = 1\n def g():\n  x = 2\n  nonlocal x",
               "def f(x):\n def g(x):\n  nonlocal x", "def f():\n global x\n nonlocal x", "class A:\n x = 1\n def f(self):\n  nonlocal x", "def f():\n def g():\n  nonlocal y\n  y = 1", "global x\nx = 1\nglobal x",
               "x = 1\nglobal x", "def f():\n import x\n global x", "def f():\n for x in y: pass\n global x", "def f():\n global x\n def g():\n  nonlocal x", "def f():\n x: int\n global x", "def f():\n x: int = 1\n nonlocal x",
               "def f():\n [x := 1 for _ in y]\n global x", "class A:\n nonlocal __class__", "def f():\n global", "global x,", "global x.y", "global (x)", "def f():\n def x(): pass\n global x", "def f():\n x.y = 1\n global x"):
    try:
        compile(source, "<s>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as error:
        print(repr(source), "->", error.msg, error.lineno)
