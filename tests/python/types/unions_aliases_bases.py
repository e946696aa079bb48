# Unions, generic aliases, assignment to __bases__, properties.
def t(label, f):
    try: print(label, repr(f()))
    except BaseException as e: print(label, type(e).__name__, e)
print(int | str | None, list[int], dict[str, list[int]] | None, isinstance(1, int | str), (int | str) == (str | int), hash(int | str) == hash(str | int), list[int] == list[int], tuple[int, ...])
t('u', lambda: int | 1); t('u2', lambda: list[int][str])
class X: pass
class Y: pass
class Z(X): pass
t('bases', lambda: setattr(Z, '__bases__', (Y,))); print(Z.__mro__); t('bases', lambda: setattr(Z, '__bases__', ())); t('bases', lambda: setattr(int, '__bases__', (X,)))
class PR:
    @property
    def p(s): "doc"; return 1
    q = property(None)
t('p', lambda: setattr(PR(), 'p', 2)); t('q', lambda: PR().q); t('d', lambda: PR.p.__doc__)
