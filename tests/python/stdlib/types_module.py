"""types: SimpleNamespace, MappingProxyType, DynamicClassAttribute, new_class, coroutine, GenericAlias,
ModuleType, constants."""
import types


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


n = types.SimpleNamespace(b=1, a=[2])
n.me = n
print(n, n == types.SimpleNamespace(b=1), types.SimpleNamespace(a=1) == types.SimpleNamespace(a=1),
      vars(n).keys(), types.SimpleNamespace(**{"x y": 1, "2": 3}))
for action in (lambda: types.SimpleNamespace(1), lambda: n.nope, lambda: n < n, lambda: hash(n),
               lambda: delattr(n, "zz"), lambda: n.__reduce__()[0], lambda: types.MappingProxyType([1]),
               lambda: types.MappingProxyType(5), lambda: types.MappingProxyType({1: 2})[3],
               lambda: hash(types.MappingProxyType({})), lambda: types.ModuleType(),
               lambda: types.ModuleType(5), lambda: types.ModuleType("m", "doc").__doc__,
               lambda: repr(types.ModuleType("m")), lambda: types.ModuleType("m").x,
               lambda: types.MethodType(len), lambda: types.CellType(), lambda: types.FunctionType(),
               lambda: types.GeneratorType(), lambda: types.NoneType(), lambda: types.NoneType(1),
               lambda: types.EllipsisType(), lambda: types.NotImplementedType(), lambda: types.UnionType(),
               lambda: types.TracebackType(), lambda: types.FrameType(), lambda: types.GenericAlias(int),
               lambda: types.GenericAlias(list, (int, "x")), lambda: types.new_class("K", (int,), {"x": 1}),
               lambda: types.new_class("K", (), {}, lambda ns: ns.update(a=5)).a,
               lambda: types.prepare_class("K", (int,), {"metaclass": type})[0],
               lambda: types.get_original_bases(int) if hasattr(types, "get_original_bases") else "absent",
               lambda: types.coroutine(5), lambda: types.coroutine(lambda: 5)(),
               lambda: types.resolve_bases((int,)), lambda: types.new_class("K", (),
                   {"metaclass": lambda *a: a})):
    attempt(lambda: str(action()).split(" at 0x")[0])
proxy = types.MappingProxyType({"a": 1})
print(proxy, proxy | {"b": 2}, {"c": 3} | proxy, list(reversed(proxy)), proxy.copy(), proxy == {"a": 1},
      "a" in proxy, len(proxy))
m = types.ModuleType("m")
m.__getattr__ = lambda name: f"dynamic {name}"
m.__dir__ = lambda: ["z", "y"]
print(m.anything, dir(m), sorted(vars(m)))
class K:
    def __init__(self): self.v = 5
    @types.DynamicClassAttribute
    def both(self): return self.v
    @classmethod
    def __class_getitem__(cls, x): return types.GenericAlias(cls, x)
print(K().both, K[int], K[int, str].__args__, K[int]().v, K[int].__origin__ is K)
attempt(lambda: K.both)
a = types.GenericAlias(list, int)
print(a, a == list[int], hash(a) == hash(list[int]), a.__parameters__, a.append is list.append,
      isinstance(a, type), repr(a[()]) if False else a(), (*list[int],)[0])
print(sorted(k for k in types.__all__)[:8], types.LambdaType is types.FunctionType,
      types.BuiltinMethodType is types.BuiltinFunctionType)
