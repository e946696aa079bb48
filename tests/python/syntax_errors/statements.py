"""Texts and places of the SyntaxErrors of statements: missing colons and bodies, wrong targets, misplaced keywords."""
SOURCES = """if x
if x:
while True print(1)
for x in y
for x y in z: pass
for 5 in y: pass
for f() in y: pass
def f()
def f(: pass
def f(x y): pass
def 5(): pass
class A
class A(: pass
class 5: pass
try: pass
try: pass~x
try: pass~except: pass~except ValueError: pass
try: pass~except A, B: pass
try: pass~except* A: pass~except B: pass
try: pass~except*: pass
try: pass~finally
try: pass~else: pass
with open(x) as 5: pass
with open(x) as f() : pass
with x as y
with (x as y, z as w) pass
import
import a.b as c.d
import a as b.c
from a import
from a import *, b
from . import
from a import (b
from a import b,
from a import (b,)
from a.b import c as d.e
from x import (*)
return 5
yield 5
await x
global
nonlocal x
raise x from
raise x, y
assert
del
pass x
break 5
x = = 5
x == 5 = y
5 = x
f() = 1
x + 1 = 2
a, 5 = 1, 2
(a, f()) = 1
[a, None] = 1
'x' = 1
x = yield = 1
None = 1
True = x
... = 5
{} = 1
{a: b} = 1
{a} = 1
[x for x in y] = 1
lambda: 1 = 5
a if b else c = 1
not a = 1
a and b = 1
a < b = 1
-a = 1
f'{x}' = 1
x.y() = 1
x[1]() += 1
async x
async def f: pass
async for x in y: pass
async with x: pass
elif x: pass
else: pass
except: pass
print 'hello'
print x
exec 'x'
print(a b)
if x = 5: pass
while x = 5: pass
f(x = )
f(5 = x)
f(a.b = 1)
f(True = 1)
f(a for a in b, c)
f(**a, *b)
f(a=1, b)
x = (1, 2
x = [1, 2
x = {1: 2
x = (1, 2]
x = 1)
@
@x
@x = 5
class A: x = 
if True: x = 1 else: y = 2
match x: case 1: pass
a b c
a = 5 b
x ? y
x $ y
x ! y
`x`
x <> y
x++ + 5
a:b:c
*a
*a, = b
**a
for *a in b: pass
del *a
return *a
x = *a
(x for x in y = 1)"""
for line in SOURCES.split("\n"):
    source = line.replace("~", "\n")
    try:
        compile(source, "<source>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as error:
        print(repr(source), "->", type(error).__name__, error.msg, (error.lineno, error.offset, error.end_lineno, error.end_offset))
