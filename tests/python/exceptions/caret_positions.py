"""Carets of tracebacks below every kind of expression: operators, calls, subscripts, attributes,
comparisons, statements."""
import traceback

SOURCES = """
a + b
1 + (2 * (a + c))
a@b
x = a - [] * 2 + 1
-b
~ [ ]
not Bad()
a[b]
a [ 'k' ] [ 0 ]
b['missing'] + 1
a.attr
( a . attr ) . other
f(1)(2)
f ( a , b = c )
g(a, *1)
g(**[])
g(a)(b)[c].d
a < b
a < 1 < b < 2
1 if Bad() else 2
Bad() and 1
[i for i in a]
[i + b for i in b2]
{k: v for k, v in b2}
{[]: 1}
{*1}
{**1}
f'{a:>{b}}'
f'{a!r:z}'
f'{a + b}'
lambda: a; (lambda: a + b)()
x, y = 1
x, *y = ()
x, y = 1, 2, 3
for i in a: pass
for i, j in b2: pass
with a: pass
with open('/no/such/file') as f: pass
import no_such_module
from os import no_such_name
raise a
raise ValueError('x') from a
del a[0]
del b['k']
del a.x
a[0] = 1
a[0] += 1
a.x = 1
b += a
a[1:2]
a[::2] = b
assert a == b, 'msg'
undefined_name
undefined_name + 1
x = yes = nope
(a
 + b)
f(a,
  b + 1,
  c)
(b
 ['k']
 [0])
x = (1 +
     2 + a)
'é' + a + 'ü' * b
'日本' + 1
    """


class Bad:
    def __bool__(self):
        raise ZeroDivisionError("truth")


def f(*args, **kw):
    return args


def g(a):
    return None


statements, current = [], []
for line in SOURCES.strip("\n").split("\n"):
    if line[:1] == " " and line.strip():
        statements[-1] += "\n" + line
    elif line.strip():
        statements.append(line)
import linecache
for number, text in enumerate(statements):
    name = f"<source {number}>"
    linecache.cache[name] = (len(text), None, [l + "\n" for l in text.split("\n")], name)
    try:
        exec(compile(text + "\n", name, "exec"), {"a": 1, "b": {}, "c": "c", "f": f, "g": g, "Bad": Bad,
                                                  "b2": [1, 2]})
        print("no error:", text)
    except BaseException as error:
        lines = traceback.format_exception(error)
        print("".join(lines[2:]), end="")
