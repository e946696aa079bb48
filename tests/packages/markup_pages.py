# docutils and Markdown: reStructuredText and Markdown to HTML and other forms, Pygments for the code in them.
import docutils.core, docutils.nodes, docutils.utils
from docutils.parsers.rst import Directive, directives, roles
import markdown
from pygments import highlight, lex
from pygments.formatters import HtmlFormatter, NullFormatter, TerminalFormatter, RawTokenFormatter, LatexFormatter, SvgFormatter
from pygments.lexers import get_lexer_by_name, guess_lexer, PythonLexer, JsonLexer, CppLexer, get_all_lexers

source = '''
=====
Title
=====

:Author: Somebody
:Date: 2020

.. contents::

Section *one*
=============
A paragraph with **strong**, ``literal``, `a link <http://example.org>`_, footnote [1]_, |sub| and :shout:`loud`.

.. |sub| replace:: substituted

* a list

  1. nested
  #. numbered

term : classifier
    definition

+------+------+
| a    | b    |
+======+======+
| 1    | 2 3  |
+------+------+

===  ===
x    y
===  ===
1    2
===  ===

.. [1] The note.
.. image:: a.png
   :alt: text
.. code:: python

   def f(x): return x + 1

.. twice:: some text

>>> doctest
1

Unknown `reference`_ and *unclosed
'''


class Twice(Directive):
    required_arguments, final_argument_whitespace = 1, True

    def run(self):
        return [docutils.nodes.paragraph("", self.arguments[0] * 2)]


directives.register_directive("twice", Twice)
roles.register_local_role("shout", lambda name, raw, text, line, inliner, options={}, content=[]: ([docutils.nodes.strong(raw, text.upper())], []))
for writer in ("html5", "pseudoxml", "latex", "xml"):
    try:
        print(docutils.core.publish_string(source, writer_name=writer, settings_overrides={"warning_stream": False, "embed_stylesheet": False, "stylesheet_path": "", "datestamp": None, "generator": None}).decode())
    except Exception as error:
        print(type(error).__name__, error)
text = """# Head {#top}

A *paragraph* with `code`, [link][1] and <b>html</b>.
Second line  
broken. ![img](a.png "t")

1. one
2. two
    * nested

> quote
> more

```python
def f(): pass
```

a | b
--|--
1 | 2

Term
: Definition

*[HTML]: Hyper Text
HTML[^1]

[^1]: note
[1]: http://example.org "title"

[TOC]
"""
print(markdown.markdown(text), markdown.markdown(text, extensions=["extra", "toc", "codehilite", "admonition", "smarty", "meta", "nl2br"]))
code = '"""doc"""\nfrom a import b\n@decorator\nasync def f(x: int = 0x1F, *args) -> str:\n    return f"{x!r:>{10}} {b}" + r"\\d" if x else None  # comment\n'
for formatter in (HtmlFormatter(linenos="table", hl_lines=[2]), TerminalFormatter(), NullFormatter(), RawTokenFormatter(), LatexFormatter(), SvgFormatter()):
    print(highlight(code, PythonLexer(), formatter))
print(list(lex('{"a": [1, null, "x\\n"]}', JsonLexer())), highlight("template<class T> int f(T&& x) { return 0x1f'ff; } // c", CppLexer(), NullFormatter()))
print(guess_lexer("#!/usr/bin/python\nprint(1)").name, HtmlFormatter(style="monokai").get_style_defs(".x")[:200], len(list(get_all_lexers())) > 400, get_lexer_by_name("rust").aliases)
for name, sample in [("html", "<p class=x>&amp;</p><script>var a = 1;</script>"), ("bash", "for i in $(ls); do echo \"$i\"; done"), ("sql", "select * from t where a = 'x'"), ("javascript", "const f = async (x) => `a${x}b`;"), ("css", "a:hover { color: #fff }"), ("yaml", "a: [1, &x b]"), ("pytb", "Traceback (most recent call last):\n  File \"a\", line 1, in f\nValueError: x")]:
    print(name, [(str(kind), value) for kind, value in lex(sample, get_lexer_by_name(name))])
