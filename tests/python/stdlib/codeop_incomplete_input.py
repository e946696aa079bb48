"""compile() with the flags of codeop: what counts as incomplete, and which place the errors have."""
import codeop

F = codeop.PyCF_DONT_IMPLY_DEDENT | codeop.PyCF_ALLOW_INCOMPLETE_INPUT


def outcome(text, mode, flags):
    try:
        compile(text, "<i>", mode, flags)
    except SyntaxError as error:
        return (type(error).__name__, error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset,
                error.text)
    return "ok"


TEXTS = [
    'x =', 'x =\n', 'x = ', 'x = # c', '1 +', '1 + ', 'a.b.', 'a(1)(', 'x if y else', 'lambda', 'lambda:',
    'not', 'é =', 'é.', 'if x', 'if x:', 'if x:\n  y =', 'if x:\n  y', 'for', '@d', '@d\n', 'x=\\\n', '(',
    '{a:b,c', '{a:b,c\n', '{a:b,c]', '[a b', '[a b\n', '{1 2', '(x for', 'f(a b', 'f(**', 'f(a=', "'abc",
    "'''abc", "f'{", "f'{a", "f'''{a", 'x = = 1', '(x = = 1', '{a b\n c', '(1 2\n)', '{a:b c', '{a:b, c d',
    '{*a b', '(a, b c', '{a:b,c\nd', '{a:b,c,', '{a:b,*c', '{a:b,c:', '{a:}', '{a:', '{a:b,c}', '{a:b,**c d',
    '{1:2, 3', '{1:2,\n3', '{1:*a', '{**a, b', '{a: b for c', '{a:b for c in d, e'
]
for text in TEXTS:
    for mode in ("single", "eval", "exec"):
        for flags in (F, 0):
            print(repr(text), mode, flags, outcome(text, mode, flags))
    try:
        print(codeop.compile_command(text))
    except SyntaxError as error:
        print(error)
