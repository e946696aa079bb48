# The text of an uncaught exception: chains, notes, groups, carets, suggestions, folding.
import sys

def display(action):
    try:
        action()
    except BaseException:
        sys.excepthook(*sys.exc_info())

class Thing:
    first_value = 1
    def method(self): return self.first_valu

def chain():
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise KeyError('k') from error

def context():
    try:
        [][3]
    except IndexError:
        raise ValueError('v')

def deep(n):
    return deep(n - 1) if n else undefined_name

def notes():
    error = ValueError('v')
    error.add_note('first\nsecond')
    error.add_note('third')
    raise error

def carets():
    a, b, c = {'x': None}, 2, 'ä'
    return c + 'ö' and (a['x']  [b])  + b

def carets2(a=(1), b='x'):
    return (a) + (b)

def carets3():
    return foo(1,
               2)

def group():
    raise ExceptionGroup('outer', [ValueError(1), ExceptionGroup('inner', [TypeError(2)] * 2)])

def wide():
    raise ExceptionGroup('wide', [ValueError(i) for i in range(18)])

def group_chain():
    try:
        group()
    except ExceptionGroup:
        raise TypeError('after')

class Bad(Exception):
    def __str__(self): 1 / 0

def bad(): raise Bad

def syntax(): compile('a = (1 +\nb c', 'some file', 'exec')
def indent(): compile('if x:\ny', '<s>', 'exec')
def misspelt():
    counter = 1
    return countr
def builtin(): return prnt
def syntax_by_hand(): raise SyntaxError('by hand', ('f', 3, 5, '    abc def', 3, 8))

for action in (Thing().method, chain, context, lambda: deep(8), notes, carets, carets2, carets3, group, wide,
               group_chain, bad, syntax, indent, misspelt, builtin, syntax_by_hand):
    display(action)
