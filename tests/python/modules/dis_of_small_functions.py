"""dis: text of disassemblies, instructions, stack effects, flags, exception tables, line starts, code info."""
import dis
import io


def simple(a, b=2):
    return a + b * 3


def control(items):
    for item in items:
        if item:
            continue
        while item is not None:
            item = next(items, None)
    else:
        return [x for x in items if x]


def handles():
    try:
        risky()
    except (ValueError, KeyError) as error:
        print(error)
    finally:
        cleanup()
    with open("f") as f, g:
        pass


def closure(x):
    def inner():
        nonlocal x
        x += 1
        return x
    return inner


async def coroutine(y):
    async with y as z:
        async for i in z:
            await i


def matching(v):
    match v:
        case {"k": [a, *_]} if a:
            return a
        case str() | None:
            pass


for function in (simple, control, handles, closure, coroutine, matching):
    out = io.StringIO()
    dis.dis(function, file=out, depth=0)
    print(function.__name__, len(out.getvalue().splitlines()))
    print(out.getvalue().replace(str(hex(id(function))), "ID") if function in (simple, handles) else [i.opname for i in dis.get_instructions(function)])
print([(i.opname, i.arg, i.argval if not hasattr(i.argval, "co_name") else "code", i.offset, i.is_jump_target, i.positions.lineno - simple.__code__.co_firstlineno) for i in dis.get_instructions(simple)])
print(dis.code_info(simple).split("Filename")[0], list(dis.findlinestarts(control.__code__))[:1][0][0], dis.findlabels(control.__code__.co_code), dis.hasjrel[:3], dis.opname[100], dis.opmap["RETURN_VALUE"], dis.stack_effect(dis.opmap["BUILD_LIST"], 3), dis.stack_effect(dis.opmap["FOR_ITER"], 1, jump=True), dis.COMPILER_FLAG_NAMES[4])
for bad in (lambda: dis.dis(5), lambda: dis.stack_effect(9999), lambda: dis.stack_effect(100), lambda: dis.dis("x ="), lambda: dis.get_instructions(5), lambda: dis.stack_effect(1, 2)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
dis.dis("x = 1\ny = x if x else -x")
dis.show_code("lambda: 5" if False else "a + 1")
print(dis.Bytecode(simple).first_line > 0, len(dis.Bytecode("1 + x").dis().splitlines()), simple.__code__.co_exceptiontable, len(handles.__code__.co_exceptiontable) > 10, list(handles.__code__.co_positions())[:2][0][1:], list(simple.__code__.co_lines())[0][:2])
