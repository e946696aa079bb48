"""f-strings: conversions, format specifications, nesting, debugging, escapes, errors at run time."""
name, number, width = "World", 3.14159, 10
print(f"Hello {name}! {number:.2f} {number:{width}.{1 + 2}f}| {name:>{width}}|")
print(f"{name!r} {name!s} {'é'!a} {name!r:>10} {number!r:.4}")
print(f"{{}} {{{name}}} {'{'} {'}'}")
print(f"{name=} {number = :.1f} {1 + 1=} {name=!s} { number=}")
print(f"{'nested ' + f'{name}'}")
print(f"""{
    name
} {[i for i in range(3)]} {(lambda x: x * 2)(4)} { {'a': 1}['a'] }""")
print(rf"\n{name}\t", f"\x41{name}\u00e9", Rf"{name}\{number:.1f}")
print(f"{name}" "plain" f"{number}" 'more {not}', f"" f"")
print(f"{1:{'>'}{5}}|{2:*^7}|{3:+}|{1000000:,}|{255:#x}|{0.5:%}|{-1: }")
print(f"{'a' if name else 'b'} {name[0]} {name.upper()} {name[::-1]} {3 != 4} {(y := 5)} {y}")
print(f"{None} {True} {...} {[]} {'quote'} {b'bytes'!r}")


class Formats:
    def __format__(self, spec):
        return f"<{spec}>"

    def __repr__(self):
        return "repr"

    def __str__(self):
        return "str"


x = Formats()
print(f"{x} {x:abc} {x!r} {x!s:>6} {x:{name}-{1}} {x=} {x = } {x=:spec}")
print(f"{x:%H:%M} {x: } {x!r:^8}|")


class Bad:
    def __format__(self, spec):
        return 5


for source in ("f'{Bad()}'", "f'{1:s}'", "f'{undefined}'", "f'{1/0}'", "f'{\"a\":d}'", "f'{[]:5}'",
               "f'{1.5:d}'", "f'{1:{2.5}}'", "f'{object():x}'"):
    try:
        print(source, eval(source))
    except Exception as error:
        print(source, type(error).__name__, error)


async def coroutine():
    async def value():
        return 42
    return f"{await value()} {[i async for i in numbers()]}"


async def numbers():
    yield 1
    yield 2


try:
    coroutine().send(None)
except StopIteration as stop:
    print(stop.value)
print(f"{'a' 'b'} {1,} {1, 2} {*[1, 2],}", f'{"""triple"""}', f"{3 .real}")
print(f"{'ñ':*>3}{'日'}", f"{1}{2}{3}" == "123", len(f"{'x' * 1000}"))
