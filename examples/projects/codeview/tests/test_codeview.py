import contextlib
import dis
import glob
import io
import os
import re
import tempfile
import unittest

from codeview import analyse
from codeview.__main__ import main
from codeview.analysis import Listing
from codeview.graph import graph_lines
from codeview.meaning import meaning
from codeview.page import page_lines
from codeview.target import Source, TargetError
from codeview.text import block_lines, difference_lines, listing_lines, statistics_lines

HERE = os.path.dirname(os.path.abspath(__file__))


def listing(text, name=None):
    source = Source(text, "<test>")
    return Listing(source.find(name) if name else source.code)


class AnalysisTest(unittest.TestCase):
    def test_depths(self):
        one = listing("def f(a, b):\n    return a + b * 2\n", "f")
        self.assertEqual([(row.name, row.depth, row.after) for row in one.rows], [
            ("RESUME", 0, 0), ("LOAD_FAST", 0, 1), ("LOAD_FAST", 1, 2), ("LOAD_CONST", 2, 3), ("BINARY_OP", 3, 2),
            ("BINARY_OP", 2, 1), ("RETURN_VALUE", 1, 0)])
        self.assertEqual(one.deepest, 3)
        self.assertEqual([row.line for row in one.rows], [1] + [2] * 6)

    def test_depths_fit_the_compilers(self):
        """The compiler has computed the greatest depth by itself: nowhere may the walk come to more."""
        files = glob.glob(os.path.join(HERE, "..", "codeview", "*.py"))
        self.assertGreater(len(files), 5)
        for path in files:
            for one in analyse(Source.of_file(path).code, deep=True):
                with self.subTest(one.name):
                    self.assertLessEqual(one.deepest, one.code.co_stacksize)
                    self.assertEqual([row.depth + row.effect for row in one.rows if row.name == "RETURN_VALUE"
                                      and row.depth is not None and row.depth != 1], [])

    def test_loops(self):
        one = listing("def f(x):\n    for i in x:\n        g(i)\n", "f")
        behind = one.by_offset[next(row.target for row in one.rows if row.name == "FOR_ITER")]
        self.assertEqual((behind.name, behind.depth), ("LOAD_CONST", 0))

    def test_handlers(self):
        one = listing("def f():\n    try:\n        g()\n    except E:\n        h()\n", "f")
        handler = next(row for row in one.rows if row.name == "PUSH_EXC_INFO")
        self.assertEqual(handler.depth, 1)
        covered = [row for row in one.rows if row.handler == handler.offset]
        self.assertIn("CALL", {row.name for row in covered})

    def test_blocks(self):
        one = listing("def f(a):\n    if a:\n        return 1\n    return 2\n", "f")
        self.assertEqual([block.successors for block in one.blocks], [[(1, "next"), (2, "jump")], [], []])
        self.assertEqual(sum(len(block.rows) for block in one.blocks), len(one.rows))

    def test_all(self):
        names = [one.name for one in analyse(Source("class A:\n    def f(self): return [i for i in x]", "x").code, True)]
        self.assertEqual(names, ["<module>", "A", "A.f", "A.f.<locals>.<listcomp>"])


class MeaningTest(unittest.TestCase):
    def test_every_opcode_has_one(self):
        without = [name for name in dis.opmap if not meaning(name)]
        self.assertEqual(without, [])

    def test_words(self):
        self.assertEqual(meaning("LOAD_FAST", "x"), "push the local variable x")
        self.assertEqual(meaning("POP_JUMP_FORWARD_IF_NOT_NONE", "to 8"), "go to 8 if the top is not None")
        self.assertEqual(meaning("JUMP_IF_TRUE_OR_POP", "to 8"), "go to 8 if the top is true and keep it, else drop it")
        self.assertEqual(meaning("UNKNOWN"), "")


class TargetTest(unittest.TestCase):
    def test_find(self):
        source = Source("class A:\n    def f(self):\n        def g(): pass\n\ndef f(): pass\ndef f(): return 5\n", "x")
        self.assertEqual(source.find("A.f.g").co_qualname, "A.f.<locals>.g")
        self.assertEqual(source.find("A.f.<locals>.g"), source.find("A.f.g"))
        self.assertEqual(source.find("f").co_firstlineno, 6)
        with self.assertRaisesRegex(TargetError, "no 'h' in A; there is f"):
            source.find("A.h")

    def test_errors(self):
        with self.assertRaisesRegex(TargetError, "x, line 2: "):
            Source("\n1 +", "x")
        with self.assertRaisesRegex(TargetError, "null bytes"):
            Source("\0", "x")
        with self.assertRaisesRegex(TargetError, "No such file"):
            Source.of_file("missing.py")


class OutputTest(unittest.TestCase):
    TEXT = "def f(a, b):\n    if a < b:\n        return 'x\"y'\n    return b\n"

    def setUp(self):
        self.source = Source(self.TEXT, "<test>")
        self.listing = Listing(self.source.find("f"))

    def test_text(self):
        lines = list(listing_lines(self.listing, self.source, explain=True))
        self.assertEqual(lines[:2], ["f (<test>, line 1)", "    2 arguments; locals a, b; stack 2 of 2"])
        self.assertIn("    2      if a < b:", lines)
        self.assertTrue(any(re.search(r"COMPARE_OP +< +2-1 \| +pop two, push left < right$", line) for line in lines))

    def test_blocks_and_statistics(self):
        self.assertIn("  block 1 at 14: 2 instructions, then end", list(block_lines(self.listing)))
        self.assertEqual(next(statistics_lines([self.listing])), "9 instructions in 1 code objects, 3 blocks")

    def test_html(self):
        page = "\n".join(page_lines([self.listing], self.source, "<f>"))
        self.assertIn("<title>&lt;f&gt;</title>", page)
        self.assertIn("if a &lt; b:", page)
        self.assertEqual(page.count("<tr"), page.count("</tr>"))

    def test_graph(self):
        lines = list(graph_lines(self.listing))
        self.assertIn('    b0 -> b2 [color=blue];', lines)
        self.assertTrue(any(r"'x\"y'" in line for line in lines))

    def test_difference(self):
        other = listing("def g(a, b):\n    if a > b:\n        return 'x\"y'\n    return b\n", "g")
        marks = [line[0] for line in difference_lines(self.listing, other)]
        self.assertEqual(marks.count("*"), 1)


class CommandTest(unittest.TestCase):
    def run_main(self, *words):
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                code = main(words)
            except SystemExit as stop:
                code = stop.code
        return code, out.getvalue(), err.getvalue()

    def test_output(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "page.html")
            self.assertEqual(self.run_main("page", "-c", "x = 1", "-o", path), (0, "", ""))
            with open(path) as file:
                self.assertIn("<!DOCTYPE html>", file.read())
            self.assertEqual(self.run_main("page", "-c", "x = 1", "-o", folder),
                             (1, "", f"codeview: {folder}: Is a directory\n"))

    def test_errors(self):
        for words in ((), ("show",), ("show", "a.py", "-c", "x"), ("compare", "-c", "x")):
            self.assertEqual(self.run_main(*words)[0], 2)
        self.assertEqual(self.run_main("show", "-c", "x", "-f", "f"), (1, "", "codeview: no 'f' in <module>\n"))


if __name__ == "__main__":
    unittest.main()
