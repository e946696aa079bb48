# What the built-in exceptions make of their arguments, and their texts.
def show(make, *args, **keywords):
    try:
        made = make(*args, **keywords)
        print(repr(made), '|', str(made))
    except BaseException as error:
        print(type(error).__name__, '|', error)

class Own(Exception):
    pass

show(BaseException); show(BaseException, 1); show(BaseException, 1, 2); show(BaseException, x=1)
show(Own, 1, x=1); show(Own, 'a')
show(StopIteration, 1, 2); print(StopIteration(3).value, StopIteration().value)
show(ImportError, 'a', name='b', foo=1); show(ImportError, 'a', name='n', path='p'); show(ImportError, msg='x')
show(AttributeError, 'a', name='b', obj=1); show(AttributeError, x=1); show(NameError, name='b')
show(OSError, 2, 'no'); show(OSError, 2, 'no', 'f'); show(OSError, 2, 'no', 'f', None, 'g')
show(OSError, 'x', 2); show(OSError); show(OSError, x=1); show(FileNotFoundError, 1, 2, 3)
show(BlockingIOError, 11, 'x', 5); print(OSError(11, 'x', 5).characters_written)
show(SyntaxError, 'a', ('f', 1, 2, 't')); show(SyntaxError, 'a', ('/x/f', 1, 2, 't', 3, 4))
show(SyntaxError, 'a', ('f', 1, 2, 't', 3)); show(SyntaxError, 'a', 1); show(SyntaxError, 'a', (1, 2))
show(SyntaxError, 'a', ('f', None, 2, 't')); show(SyntaxError, 'a', (None, 3, 2, 't'))
show(UnicodeDecodeError, 'a', b'xyz', 0, 1, 'r'); show(UnicodeDecodeError, 'a', b'xyz', 0, 2, 'r')
show(UnicodeDecodeError, 'a', 'xyz', 0, 2, 'r'); show(UnicodeDecodeError, 'a', b'xyz', 1, 0)
show(UnicodeDecodeError, 1, b'xyz', 0, 0, 'r'); show(UnicodeDecodeError, 'a', bytearray(b'xyz'), 0, 1, 'r')
show(UnicodeEncodeError, 'a', '\xffyz', 0, 1, 'r'); show(UnicodeEncodeError, 'a', '\u1234yz', 0, 1, 'r')
show(UnicodeEncodeError, 'a', '\U00012345yz', 0, 1, 'r'); show(UnicodeEncodeError, 'a', b'xyz', 0, 2, 'r')
show(UnicodeTranslateError, 'xyz', 0, 1, 'r'); show(UnicodeTranslateError, 'xyz', 0, 2)
show(KeyError); show(KeyError, ''); show(KeyError, 1, 2)
show(SystemExit, 1); print(SystemExit(1, 2).code, SystemExit().code)

class Both(Exception):
    def __init__(self, *args, **keywords):
        print('init', args, keywords)
show(Both, 1, a=2)
class LateOSError(OSError):
    def __init__(self, *args, **keywords):
        print('init', args, keywords)
show(LateOSError, 2, 'x', 'y')

error = Exception()
for name in ('args', '__traceback__', '__context__', '__cause__', '__suppress_context__', '__dict__'):
    try:
        setattr(error, name, 5)
    except BaseException as failure:
        print(name, type(failure).__name__, failure)
    try:
        delattr(error, name)
    except BaseException as failure:
        print(name, type(failure).__name__, failure)
show(error.add_note, 1); error.add_note('one'); error.add_note('two'); print(error.__notes__)
error.__notes__ = 5; show(error.add_note, 's'); show(error.with_traceback, 1)
show(error.__setstate__, 1); show(error.__setstate__, {'a': 1}); print(error.a, error.__reduce__())
print(ImportError('a', name='b').__reduce__(), OSError(2, 'x', 'y', None, 'z').__reduce__())
