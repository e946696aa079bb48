import contextlib
import io
import os
import tempfile
import unittest

from memviz import deep_size, measure, report, walk
from memviz.__main__ import main
from memviz.dot import dot_lines, quote
from memviz.graph import strong_components
from memviz.measure import human, short_repr
from memviz.target import TargetError, load


class Node:
    def __init__(self, name, next=None):
        self.name, self.next = name, next


class Slotted:
    __slots__ = ("left", "__hidden")

    def __init__(self):
        self.left, self.__hidden = [1], [2]


class Broken:
    def __repr__(self):
        raise OSError("no")


class MeasureTest(unittest.TestCase):
    def test_references_are_the_callers(self):
        thing = []
        self.assertEqual(measure(thing).references, 1)
        second = [thing]
        self.assertEqual(measure(thing).references, 2)
        self.assertEqual(measure(thing, 1).references, 1)
        del second

    def test_atoms_are_shared(self):
        for atom in (None, 7, "text", 1.5, int, os):
            self.assertIsNone(measure(atom).references)

    def test_texts(self):
        self.assertEqual(short_repr(Broken()), "<Broken: repr raises OSError>")
        self.assertEqual(short_repr(Node), "class Node")
        self.assertEqual(short_repr(Node("a")), "a Node")
        self.assertEqual(short_repr(list(range(10))), "[0, 1, 2, 3, ...]")

    def test_sizes(self):
        inner = [1]
        self.assertEqual(deep_size([inner, inner]), deep_size([inner]))
        self.assertEqual([human(n) for n in (0, 1023, 1024, 5 << 20, 1 << 40)],
                         ["0 B", "1023 B", "1.0 KiB", "5.0 MiB", "1024.0 GiB"])


class WalkTest(unittest.TestCase):
    def test_each_object_once(self):
        inner = ["x"]
        graph = walk([inner, inner])
        self.assertEqual(len(graph.objects), 3)
        self.assertEqual([edge.label for edge in graph.incoming(1)], ["[0]", "[1]"])
        self.assertEqual(graph.depths, [0, 1, 2])

    def test_attributes_and_slots(self):
        labels = [edge.label for edge in walk(Node("a")).outgoing(0)]
        self.assertEqual(labels, [".name", ".next"])
        labels = [edge.label for edge in walk(Slotted()).outgoing(0)]
        self.assertEqual(labels, [".left", "._Slotted__hidden"])

    def test_closures(self):
        seen = ["seen"]

        def function():
            return seen
        graph = walk(function)
        self.assertIn(seen, graph.objects)
        self.assertEqual([edge.label for edge in graph.edges], ["__closure__", "[0]", "contents", "[0]"])

    def test_limits(self):
        graph = walk([[[[]]]], max_depth=2)
        self.assertEqual((len(graph.objects), graph.truncated), (3, True))
        self.assertTrue(walk(list("abc"), limit=2).truncated)
        self.assertEqual(len(walk([1, "a", []], atoms=False).objects), 2)

    def test_cycles(self):
        first = Node("a")
        first.next = Node("b", first)
        self.assertEqual(list(walk(first).cycles()), [[0, 2]])
        loop = []
        loop.append(loop)
        self.assertEqual(list(walk(loop).cycles()), [[0]])
        self.assertEqual(list(walk([[], []]).cycles()), [])

    def test_long_chains(self):
        chain = None
        for _ in range(20_000):
            chain = [chain]
        self.assertEqual(list(walk(chain, limit=30_000).cycles()), [])
        groups = strong_components(4, {0: [1], 1: [2], 2: [0], 3: []})
        self.assertEqual(sorted(map(sorted, groups)), [[0, 1, 2], [3]])


class OutputTest(unittest.TestCase):
    def test_table(self):
        self.assertEqual(list(report.table(("name", "n"), [("a", 10), ("long", 5)])),
                         ["name   n", "----  --", "a     10", "long   5"])

    def test_dot(self):
        self.assertEqual(quote('a"b\\'), r'"a\"b\\"')
        loop = []
        loop.append(loop)
        lines = list(dot_lines(walk(loop)))
        self.assertEqual((lines[0], lines[-1]), ('digraph "objects" {', "}"))
        self.assertIn('    n0 -> n0 [label="[0]", color=red];', lines)


class CommandTest(unittest.TestCase):
    def run_main(self, *words):
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                code = main(words)
            except SystemExit as stop:
                code = stop.code
        return code, out.getvalue(), err.getvalue()

    def test_targets(self):
        self.assertEqual(load("x + 1", setup="x = 2")[0], 3)
        for words in (("x",), ("1 +",), ("1/0",), ("x", "missing.py"), ("x", None, "raise SystemExit")):
            with self.assertRaises(TargetError):
                load(*words)

    def test_references_on_the_command_line(self):
        code, out, _ = self.run_main("show", "a", "-s", "a = [[]]; b = a[0]", "-n")
        self.assertEqual(code, 0)
        rows = out.splitlines()
        self.assertEqual(rows[2].split()[3:5], ["1", "0"])      # the name a
        self.assertEqual(rows[3].split()[3:5], ["2", "1"])      # the name b, and the list a

    def test_errors(self):
        self.assertEqual(self.run_main("show", "missing"), (1, "", "memviz: NameError: name 'missing' is not defined\n"))
        self.assertEqual(self.run_main()[0], 2)
        self.assertEqual(self.run_main("show", "1", "--depth", "-1")[0], 2)

    def test_output_file(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "graph.dot")
            self.assertEqual(self.run_main("graph", "[]", "-o", path), (0, "", ""))
            with open(path) as file:
                self.assertTrue(file.read().startswith('digraph "[]" {'))
            self.assertEqual(self.run_main("graph", "[]", "-o", folder)[0], 1)


if __name__ == "__main__":
    unittest.main()
