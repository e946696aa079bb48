# pyflakes, pycodestyle, Black, isort, parso and Jedi: what they say of a small program with faults.
import io
import tempfile
import textwrap

import black
import isort
import jedi
import parso
import pycodestyle
from pyflakes.api import check
from pyflakes.reporter import Reporter

source = textwrap.dedent('''\
    import os, sys
    from typing import   Dict
    import collections


    class A( object ):
        def f(self, x: int = "a") -> str :
            unused = {  'a':1, "b" : [ 1,2,3 ] }
            if x == None : return x
            return undefined + f"no field"
        def f(self): lambda: (yield)
    def long_function_name(argument_one, argument_two, argument_three=None, *arguments, keyword_only=1, **rest): return argument_one[1 :2 ] ** -argument_two
    print("%s %s" % (1,), A().g, A().f(3) + 1)
    value: Dict[str, int] = dict(a="b")
    for i in range(10): print (i); del i
    ''')
out, err = io.StringIO(), io.StringIO()
print("pyflakes", check(source, "sample.py", Reporter(out, err)), out.getvalue(), err.getvalue())
out = io.StringIO()
check("def f(:\n  pass\n", "broken.py", Reporter(out, out))
print(out.getvalue())


class Collect(pycodestyle.BaseReport):
    def error(self, line, offset, text, check):
        print("pycodestyle", line, offset, text)
        return super().error(line, offset, text, check)


pycodestyle.Checker("sample.py", lines=source.splitlines(True), options=pycodestyle.StyleGuide(reporter=Collect, max_line_length=100).options).check_all()
print(black.format_str(source, mode=black.Mode(line_length=88)))
print(black.format_str("match x:\n  case {'a':[1,*_] , **r} if r:\n      with (open(a)as b,open(c) as d): pass\n", mode=black.Mode(target_versions={black.TargetVersion.PY310})))
for wrong in ("x = (", "def f(:"):
    try:
        black.format_str(wrong, mode=black.Mode())
    except black.InvalidInput as error:
        print(error)
print(isort.code("import b\nfrom c import z, a\nimport sys, os\nfrom . import local\nfrom __future__ import annotations\n\nx = 1\n", profile="black"))

tree = parso.parse(source)
print([f.name.value for f in tree.children[4].iter_funcdefs()] if hasattr(tree.children[4], "iter_funcdefs") else [type(c).__name__ for c in tree.children][:6], tree.get_code() == source)
grammar = parso.load_grammar()
print([(e.message, e.start_pos) for e in grammar.iter_errors(grammar.parse("x = (1 +\ndef f(: pass\n  y"))])

cache = tempfile.TemporaryDirectory()
jedi.settings.cache_directory = cache.name
script = jedi.Script("import json\nclass Point:\n    '''A point.'''\n    def __init__(self, x): self.x = x\n    def move(self, by: int) -> 'Point':\n        '''Moves.'''\n        return Point(self.x + by)\n\nPoint(1).mo\nPoint(2).move(3).x\njson.dum\n")
print([c.name for c in script.complete(9, 11)], [c.name for c in script.complete(11, 8)], [(d.name, d.type, d.line) for d in script.goto(10, 12)])
print([d.full_name for d in script.infer(10, 5)], [s.to_string() for s in script.get_signatures(10, 14)], [n.name for n in script.get_names()], script.infer(9, 2)[0].docstring())
print([(r.line, r.column) for r in script.get_references(2, 7)])
