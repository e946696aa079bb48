# match: keys of mappings, attributes of classes, the errors of class patterns.
def t(label, f):
    try: print(label, repr(f()))
    except BaseException as e: print(label, type(e).__name__, e)
match {'a': 1, 'b': [1, 2]}:
    case {'a': int(x), 'b': [y, *r]}: print(x, y, r)
class P:
    __match_args__ = ('x', 'y')
    def __init__(s, x, y): s.x, s.y = x, y
def m(o):
    match o:
        case P(1, y=q): return q
        case P(a, b): return a, b
        case int(n) | str(n): return n
        case _: return '?'
print(m(P(1, 2)), m(P(3, 4)), m(5), m('s'), m(1.5))
def mm(o):
    match o:
        case P(1, 2, 3): pass
t('m1', lambda: mm(P(1, 2)))
def m2(o):
    match o:
        case P(1, x=2): pass
t('m2', lambda: m2(P(1, 2)))
def m3(o):
    match o:
        case int(1, 2): pass
t('m3', lambda: m3(1))
