"""Erroneous snippets: where they come from.

Three sources: the strings of CPython's own test files, taken from the installed library each time (nothing of
them is kept here); the tables tests/python/*_errors; mutations of statements of the library.
A source only proposes: whether a snippet is erroneous, and how, is for the oracle to say.
"""
import ast
import doctest
import io
import os
import random
import re
import sysconfig
import tokenize

LIBRARY = sysconfig.get_path("stdlib")
TEST_FILES = """test_syntax test_exceptions test_fstring test_eof test_patma test_positional_only_arg
    test_named_expressions test_grammar test_unparse test_string_literals test_unicode_identifiers test_future
    test_global test_generators test_coroutines test_scope test_flufl test_keywordonlyarg test_unpack_ex
    test_genexps test_type_comments test_except_star test_source_encoding test_tokenize test_listcomps
    test_codeop test_compile test_ast test_extcall test_complex test_float test_int_literal test_with
    test_decorators test_tabnanny test_dictcomps test_cmd_line_script test_traceback test_builtin
    test_bytes test_unicode test_yield_from test_asyncgen test_contextlib test_dataclasses test_typing""".split()
TABLES = os.path.join(os.path.dirname(__file__), "..", "python")
BLOCK_END = re.compile(r"^#----\n", re.MULTILINE)
LONGEST = 4000

RAW = [  # sources that are not UTF-8 text, or depend on line ends
    b"x = 1\n\xff = 2\n", b"x = '\xe9'\n", b"# coding: ascii\nx = '\xe9'\n", b"# coding: nothing-known\nx\n",
    b"\xef\xbb\xbf# coding: latin-1\nx\n", b"\xef\xbb\xbfx y\n", b"# coding: latin-1\nx = '\xe9' y\n",
    b"# coding: latin-1\n\xe9\xe9 = \xe9 \xe9 1\n", b"# coding: utf-8\n\xc3\xa9 = \xc3\xa9 \xc3\xa9 1\n",
    b"\xc3\xa9 = \xc3\xa9 \xc3\xa9 1\n", b"x = 1\r\ny z\r\n", b"x = 1\ry z\r", b"if 1:\r\n  x\r\n y\r\n", b"x = 'a\r\n",
    b"x = (\r\n", b"'''a\r\nb\r\n", b"x \\ y\r\n", b"a\x0cb c\n", b"\x0c  x\n", b"  \x0cx\n y\n", b"x = \x01\n", b"\x7f\n",
    b"\xe2\x82\xac = 1\n", b"a\xe2\x82\xacb\n", b"\xe2\x80\x9chi\xe2\x80\x9d\n", b"x\xc2\xa0= 1\n", b"x = 1\xe3\x80\x80\n",
    b"f'{a\xe2\x82\xac}'\n", b"'\xc3\xa9\\x' 1\n", b"b'\xc3\xa9'\n", b"x = 1", b"x = (", b"if x:", b"x = 1 +", b"class C:",
    b"x y", b"  x", b"if 1:\n x\n  y", b"'abc", b"'''abc", b"x \\", b"\\", b"\\\n", b"x = \\\n", b"(\\\n", b"x\\", b"(x\\",
    b"# coding: utf-16\nx\n", b"# coding: utf-7\nx = +\n", b"\xed\xa0\x80 = 1\n", b"x = '\xed\xa0\x80'\n", b"x = '\xf5'\n",
    b"\xef\xbb\xbfx = ['\xb6\xb2\xd1']\n", b"\xef\xbb\xbfx y ['a\xb6\xb2\xd1\x90']\n", b"\xef\xbb\xbf'\\n\xc3\xa9\xb6'\n",
    b"\xef\xbb\xbff'{1}\xb6'\n", b"\xef\xbb\xbff'{\"\xb6\"}'\n", b"\xef\xbb\xbff'{\"\xb6\"=}'\n", b"\xef\xbb\xbfr'\\\xb6'\n",
    b"\xef\xbb\xbf'\\N{\xb6}' '\xff'\n", b"\xef\xbb\xbfb'\xb6'\n", b"# coding: utf-8\nf'{a!r:\xff}'\n",
    b"# \xff\nx\n", b"# a\n# \xff\nx\n", b"x = '''\n\n\xff'''\n", b"\xc3\n", b"x = 1 # \xc3", b"x = '\xc3'",
]


def from_library_tests():
    """Strings, and examples of doctests, in CPython's test files."""
    for name in TEST_FILES:
        path = os.path.join(LIBRARY, "test", name + ".py")
        if not os.path.exists(path):
            continue
        with tokenize.open(path) as file:
            tree = ast.parse(file.read())
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value
                if ">>>" in node.value:
                    yield from doctest_examples(node.value)
            elif isinstance(node, ast.Constant) and isinstance(node.value, bytes):
                yield node.value


def doctest_examples(text):
    try:
        return [example.source for example in doctest.DocTestParser().get_examples(text)]
    except ValueError:
        return []


def from_tables():
    """Our own snippets: one a line in lines.txt and fstrings.txt, several lines each in blocks.txt."""
    for name in "syntax_errors/lines.txt", "syntax_errors/fstrings.txt", "compile_errors/lines.txt":
        for line in read_table(name).splitlines(keepends=True):
            if not line.startswith("#"):
                yield line
    for name in "syntax_errors/blocks.txt", "compile_errors/blocks.txt":
        yield from re.split(BLOCK_END, read_table(name))
    yield from RAW


def read_table(name):
    with open(os.path.join(TABLES, name), encoding="utf-8", newline="") as file:
        return file.read()


def all_snippets():
    """Distinct sources as bytes, in a fixed order."""
    seen = set()
    for source in (*from_tables(), *from_library_tests()):
        if isinstance(source, str):
            try:
                source = source.encode()
            except UnicodeEncodeError:
                continue
        if source not in seen and len(source) <= LONGEST:
            seen.add(source)
            yield source


# -- mutations

def statements_of(path, longest=12):
    """Source of the short statements of a file, at their own indentation turned to none."""
    with tokenize.open(path) as file:
        text = file.read()
    lines = text.splitlines(keepends=True)
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.stmt) and node.end_lineno - node.lineno < longest:
            if lines[node.lineno - 1][:node.col_offset].strip():
                continue
            indent = lines[node.lineno - 1][:node.col_offset]
            yield "".join(line.removeprefix(indent) for line in lines[node.lineno - 1:node.end_lineno])


def mutate(statement, random):
    """The statement with one token deleted, doubled, swapped with the next or replaced by another."""
    tokens = [t for t in tokenize.generate_tokens(io.StringIO(statement).readline)
              if t.string.strip() and t.type != tokenize.COMMENT]
    if len(tokens) < 2:
        return None
    line_starts = [0]
    for line in statement.splitlines(keepends=True):
        line_starts.append(line_starts[-1] + len(line))
    spans = [(line_starts[t.start[0] - 1] + t.start[1], line_starts[t.end[0] - 1] + t.end[1]) for t in tokens]
    index = random.randrange(len(spans))
    start, end = spans[index]
    token = statement[start:end]
    kind = random.randrange(5)
    if kind == 0:
        token = ""
    elif kind == 1:
        token = f"{token} {token}"
    elif kind == 2 and index + 1 < len(spans):
        next_start, next_end = spans[index + 1]
        token = statement[next_start:next_end] + statement[end:next_start] + token
        end = next_end
    elif kind == 3:
        token = random.choice(TOKENS)
    else:
        token = f"{token} {random.choice(TOKENS)}"
    return statement[:start] + token + statement[end:]


TOKENS = """( ) [ ] { } , : ; . = == := -> + - * ** / // % @ & | ^ ~ << >> < > <= >= != <> += ... ! ? $ ` if else elif
    for while in is not and or lambda def class return yield await async with as import from pass break continue del
    global nonlocal assert raise try except finally match case _ print exec None True False x 1 1.5 1_ 0x 0777 1a
    'a' b'a' f'{x}' f'{x y}' "a \\""".split()


def mutations(count, seed):
    chance = random.Random(seed)
    files = sorted(os.path.join(folder, name) for folder, _, names in os.walk(LIBRARY) for name in names
                   if name.endswith(".py") and "bad" not in name and "lib2to3" not in folder)
    made = 0
    while made < count:
        try:
            statements = list(statements_of(chance.choice(files)))
        except (SyntaxError, UnicodeDecodeError, RecursionError):
            continue
        for statement in chance.sample(statements, min(25, len(statements))):
            try:
                mutant = mutate(statement, chance)
                source = mutant and mutant.encode()
            except (tokenize.TokenError, IndentationError, UnicodeEncodeError):
                continue
            if mutant and made < count:
                made += 1
                yield source
