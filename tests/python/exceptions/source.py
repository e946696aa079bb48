# compile(), eval() and exec(): checks of the arguments, namespaces.
def show(function, *args, **keywords):
    try:
        print(function(*args, **keywords))
    except BaseException as error:
        print(type(error).__name__, '|', error)

show(eval, '  1 + 1'); show(eval, b'2 * 3'); show(eval, 'x', {'x': 4}); show(eval, 'x', {}, {'x': 5})
show(eval, 1); show(eval, 'x', 1); show(eval, 'x', []); show(eval, 'x', None, 1); show(eval, '1 +'); show(eval, 'x = 1')
show(exec, 1); show(exec, 'x', 1); show(exec, 'x', {}, 1); show(exec, 'pass', closure=())
space = {}
exec('y = 3', space); print(space['y'], sorted(space))
code = compile('a + 1', '<x>', 'eval'); show(eval, code, {'a': 1})
show(compile, 'a', 'f', 'bad'); show(compile, 'a', 'f', 'func_type'); show(compile, 'a', 'f', 'exec', 1)
show(compile, 'a', 'f', 'exec', 0, 0, 5); show(compile, 'a', 1, 'exec'); show(compile, 1, 'f', 'exec')
show(compile, 'a\0', 'f', 'exec'); show(compile, 'a', 'f', 1)
def outer():
    x = 1
    def inner(): return x
    return inner
show(exec, outer().__code__); show(eval, outer().__code__); show(exec, outer().__code__, closure=outer().__closure__)
show(exec, code, closure=outer().__closure__)
try:
    compile('a b', 'f', 'exec')
except SyntaxError as error:
    print(error.args, error.lineno, error.offset, error.end_lineno, error.end_offset, error.text)
