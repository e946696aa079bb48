"""What audit hooks hear of functions, classes, code and what looks into the machine."""
import array
import ast
import gc
import io
import marshal
import os
import pickle
import sys
import types
import weakref

seen = None


def hook(event, arguments):
    if seen is not None:
        seen.append((event, arguments))


sys.addaudithook(hook)


def report(name, action):
    global seen
    seen = events = []
    try:
        action()
        outcome = ""
    except Exception as error:
        outcome = f"{type(error).__name__}: {error}"
    seen = None
    print(name, outcome)
    for event, arguments in events:
        print("   ", event, ", ".join(map(show, arguments)))


def show(value):
    text = "a number" if type(value) is int and value > 10 ** 5 else repr(value)
    return text if len(text) < 90 else text[:40] + "..."


def f(a, b=1, *, c=2):
    return a


def g():
    yield 1


async def co():
    pass


async def ag():
    yield 1


class A:
    pass


class B:
    pass


class C(A):
    pass


a, x, y, z = A(), g(), co(), ag()
try:
    1 // 0
except ZeroDivisionError as error:
    tb = error.__traceback__
folder = "a string"
CODE_PARTS = """argcount posonlyargcount kwonlyargcount nlocals stacksize flags code consts names varnames filename
name qualname firstlineno linetable exceptiontable freevars cellvars""".split()
FRAME_PARTS = ("back", "lineno", "locals", "globals", "builtins", "trace")
ACTIONS = dict(
    f_code=lambda: f.__code__,
    f_defaults=lambda: f.__defaults__,
    f_kwdefaults=lambda: f.__kwdefaults__,
    set_code=lambda: setattr(f, "__code__", f.__code__),
    set_defaults=lambda: setattr(f, "__defaults__", (1,)),
    set_defaults_none=lambda: setattr(f, "__defaults__", None),
    del_defaults=lambda: delattr(f, "__defaults__"),
    set_kw=lambda: setattr(f, "__kwdefaults__", {"c": 1}),
    del_kw=lambda: delattr(f, "__kwdefaults__"),
    f_name=lambda: setattr(f, "__name__", "n"),
    f_globals=lambda: f.__globals__,
    f_closure=lambda: f.__closure__,
    gi_code=lambda: x.gi_code,
    gi_frame=lambda: x.gi_frame,
    gi_running=lambda: x.gi_running,
    gi_yf=lambda: x.gi_yieldfrom,
    cr=lambda: (y.cr_code, y.cr_frame, y.cr_await, y.cr_origin),
    ag=lambda: (z.ag_code, z.ag_frame, z.ag_await),
    tb=lambda: (tb.tb_frame, tb.tb_next, tb.tb_lasti, tb.tb_lineno),
    frame_code=lambda: tb.tb_frame.f_code,
    frame_more=lambda: [getattr(sys._getframe(), "f_" + part) for part in FRAME_PARTS],
    type_name=lambda: setattr(C, "__name__", "X"),
    type_qual=lambda: setattr(C, "__qualname__", "X"),
    type_module=lambda: setattr(C, "__module__", "X"),
    type_doc=lambda: setattr(C, "__doc__", "X"),
    type_bases=lambda: setattr(C, "__bases__", (B,)),
    type_abstract=lambda: setattr(C, "__abstractmethods__", frozenset()),
    type_other=lambda: setattr(C, "other", 1),
    type_del=lambda: delattr(C, "__name__"),
    type_delbases=lambda: delattr(C, "__bases__"),
    type_builtin=lambda: setattr(int, "__name__", "x"),
    type_annotations=lambda: setattr(C, "__annotations__", {}),
    obj_class=lambda: setattr(a, "__class__", B),
    obj_class_bad=lambda: setattr(a, "__class__", int),
    obj_dict=lambda: setattr(a, "__dict__", {}),
    method=lambda: (f.__get__(a).__func__, f.__get__(a).__self__),
    builtin_self=lambda: ([].append.__self__, len.__self__),
    weak=lambda: weakref.ref(a),
    cell=lambda: types.CellType(1).cell_contents,
    prop=lambda: property(f).fget,
    sm=lambda: staticmethod(f).__func__,
    exec_str=lambda: exec("1"),
    exec_bytes=lambda: exec(b"1"),
    eval_str=lambda: eval(" 1"),
    exec_code=lambda: exec(compile("1", "n", "exec")),
    eval_code=lambda: eval(compile("1", "n", "eval")),
    compile_ast=lambda: compile(ast.Module([], []), "n", "exec"),
    compile_bytes=lambda: compile(bytearray(b"1"), "n", "exec"),
    ast_parse=lambda: ast.parse("1"),
    compile_bytes_name=lambda: compile("1", b"n", "exec"),
    code_new=lambda: types.CodeType(*[getattr(f.__code__, "co_" + part) for part in CODE_PARTS]),
    code_replace=lambda: g.__code__.replace(co_name="r"),
    function_new=lambda: types.FunctionType(compile("1", "n", "exec"), {}),
    id=lambda: id(7),
    array_new=lambda: array.array("b", b"ab"),
    array_new1=lambda: array.array("d"),
    dumps=lambda: marshal.dumps((1, 2)),
    dumps1=lambda: marshal.dumps(3, 2),
    loads=lambda: marshal.loads(b"i\1\0\0\0"),
    loads_code=lambda: marshal.loads(marshal.dumps(g.__code__)),
    load=lambda: marshal.load(io.BytesIO(b"N")),
    dump=lambda: marshal.dump(1, io.BytesIO()),
    find_class=lambda: pickle.loads(b"cos\nsystem\n."),
    find_stack=lambda: pickle.loads(b"\x80\x04\x8c\x02os\x8c\x06system\x93."),
    py_find=lambda: pickle._loads(b"cos\nsystem\n."),
    pickle_ext=lambda: pickle.loads(pickle.dumps(A, 2)),
    gc_objects=lambda: gc.get_objects(generation=0) and None,
    gc_objects2=lambda: gc.get_objects() and None,
    gc_referrers=lambda: gc.get_referrers(a) and None,
    gc_referents=lambda: gc.get_referents(folder, 1),
    getframe=lambda: sys._getframe(),
    current=lambda: sys._current_frames() and None,
    currente=lambda: sys._current_exceptions() and None,
    settrace=lambda: sys.settrace(None),
    setprofile=lambda: sys.setprofile(None),
    asyncgen=lambda: sys.set_asyncgen_hooks(None, None),
    asyncgen1=lambda: sys.set_asyncgen_hooks(firstiter=None),
    asyncgen2=lambda: sys.set_asyncgen_hooks(finalizer=None),
)
for name, action in ACTIONS.items():
    report(name, action)
y.close()
