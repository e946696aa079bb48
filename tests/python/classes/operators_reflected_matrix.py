"""Every binary operator with its reflected and in-place form, NotImplemented on either side, and subclasses
first."""
import operator

NAMES = ["add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "divmod", "pow", "lshift", "rshift",
         "and", "xor",
         "or"]
FUNCTIONS = {"divmod": divmod, "and": operator.and_, "or": operator.or_}


def make(name, *, left=True, right=True, inplace=True, base=object):
    def method(prefix, works):
        def call(self, other, *modulus):
            print(f"{name}.{prefix}", end=" ")
            return f"{name}:{prefix}" if works else NotImplemented
        return call
    namespace = {}
    for operation in NAMES:
        if left is not None:
            namespace[f"__{operation}__"] = method(operation, left)
        if right is not None:
            namespace[f"__r{operation}__"] = method("r" + operation, right)
        if inplace is not None and operation != "divmod":
            namespace[f"__i{operation}__"] = method("i" + operation, inplace)
    return type(name, (base,), namespace)


Both = make("Both")
Refuses = make("Refuses", left=False, right=False, inplace=False)
RightOnly = make("RightOnly", left=None, inplace=None)
Child = make("Child", base=Both)
Quiet = type("Quiet", (Both,), {})
for operation in NAMES:
    function = FUNCTIONS.get(operation) or getattr(operator, operation)
    for left, right in ((Both(), 1), (1, Both()), (Refuses(), RightOnly()), (Both(), Child()),
                        (Both(), Quiet()),
                        (Refuses(), Refuses()), (RightOnly(), RightOnly()), ("s", RightOnly()),
                        (RightOnly(), 2.5)):
        try:
            print(function(left, right))
        except TypeError as error:
            print("TypeError", error)
    if operation != "divmod":
        for left, right in ((Both(), 1), (Refuses(), RightOnly()), (Refuses(), 1), (RightOnly(), 1)):
            try:
                print(getattr(operator, "i" + operation.rstrip("_") if operation not in ("and", "or")
                              else "i" + operation)(left, right))
            except TypeError as error:
                print("TypeError", error)
for call in (lambda: pow(Both(), 2, 3), lambda: pow(2, Both(), 3), lambda: pow(2, 3, Both()),
             lambda: pow(Refuses(), 1, 1)):
    try:
        print(call())
    except TypeError as error:
        print("TypeError", error)
for operation in ("neg", "pos", "invert", "abs", "index"):
    try:
        getattr(operator, operation)(Both())
    except TypeError as error:
        print(error)
