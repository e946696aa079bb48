import contextlib
import io
import os
import pathlib
import tempfile
import unittest
from unittest import mock

from filepipe import Counters, Pipeline, error_log, files, stage, timed, walk
from filepipe.__main__ import main
from filepipe.filters import named, parse_size, sized, textual, without
from filepipe.stages import counted, duplicates, head, largest, lines, matching, totals


class FolderTest(unittest.TestCase):
    TREE = {"a.py": "import os\nx = 1\n", "b.txt": "one\ntwo\n", "sub/c.py": "import sys\n",
            "sub/deep/d.txt": "one\ntwo\n", ".git/config": "secret\n", "empty": ""}

    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        for name, text in self.TREE.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        self.enterContext(contextlib.chdir(self.folder))

    def names(self, pipeline):
        return [os.path.relpath(entry.path, ".") for entry in pipeline]


class PipelineTest(unittest.TestCase):
    def test_lazy(self):
        asked = []

        def numbers():
            for n in range(1_000_000):
                asked.append(n)
                yield n
        pipeline = Pipeline(numbers) | (lambda items: (n * n for n in items)) | head(3)
        self.assertEqual(asked, [])
        self.assertEqual(list(pipeline), [0, 1, 4])
        self.assertEqual(asked, [0, 1, 2])
        self.assertEqual(list(pipeline), [0, 1, 4])     # the source begins again

    def test_stage(self):
        @stage
        def scaled(items, factor, offset=0):
            for item in items:
                yield item * factor + offset

        self.assertEqual(list(Pipeline([1, 2]) | scaled(3) | scaled(1, offset=5)), [8, 11])
        self.assertEqual(repr(Pipeline([1]) | scaled(3, offset=1)), "<Pipeline list | scaled(3, offset=1)>")
        with self.assertRaises(TypeError):
            scaled()
        with self.assertRaises(TypeError):
            Pipeline([]) | 5

    def test_counted(self):
        counters = Counters(report=None)
        list(Pipeline(range(5)) | counted(counters, "all") | head(2))
        self.assertEqual(counters["all"], 2)


class SourceTest(FolderTest):
    def test_walk(self):
        self.assertEqual(self.names(files(".")), ["a.py", "b.txt", "empty", "sub/c.py", "sub/deep/d.txt"])
        self.assertIn(".git/config", self.names(files(".", hidden=True)))
        self.assertEqual(self.names(files("b.txt", "sub/deep")), ["b.txt", "sub/deep/d.txt"])
        with self.assertRaises(FileNotFoundError):
            list(files("missing"))

    def test_folders_are_opened_late(self):
        found = walk(".")
        next(found)
        (self.folder / "sub" / "new.txt").write_text("late\n")
        self.assertIn("./sub/new.txt", [entry.path for entry in found])

    def test_links_do_not_loop(self):
        os.symlink("..", "sub/up")
        self.assertEqual(len(self.names(files("."))), 5)

    def test_unreadable(self):
        scandir = os.scandir

        def refuse(folder):
            if folder.endswith("sub"):
                raise PermissionError(13, "Permission denied", folder)
            return scandir(folder)
        log = io.StringIO()
        with error_log("WARNING", log), mock.patch("os.scandir", refuse):
            self.assertEqual(self.names(files(".")), ["a.py", "b.txt", "empty"])
        self.assertEqual(log.getvalue(), "WARNING: ./sub: Permission denied\n")


class StageTest(FolderTest):
    def test_filters(self):
        self.assertEqual(self.names(files(".") | named("*.py", "emp*")), ["a.py", "empty", "sub/c.py"])
        self.assertEqual(self.names(files(".") | without("deep", "*.py")), ["b.txt", "empty"])
        self.assertEqual(self.names(files(".") | sized(9, 12)), ["sub/c.py"])
        self.assertEqual([parse_size(text) for text in ("10", "2k", "1.5M", "1GB")], [10, 2048, 1572864, 1 << 30])
        for text in ("", "k", "-1", "1x"):
            self.assertRaises(ValueError, parse_size, text)

    def test_textual(self):
        (self.folder / "zero").write_bytes(b"a\0b")
        (self.folder / "latin").write_bytes(b"caf\xe9 " * 10)
        (self.folder / "cut").write_bytes("é".encode() * 1000 + b"x")
        (self.folder / "odd").write_bytes(b"x" + "é".encode() * 1000)
        self.assertEqual(self.names(files("cut", "latin", "odd", "zero") | textual), ["cut", "odd"])

    def test_lines(self):
        found = list(files(".") | lines | matching("^import") | head(5))
        self.assertEqual([(line.number, line.text) for line in found], [(1, "import os"), (1, "import sys")])
        self.assertEqual(len(list(files(".") | lines | matching("ONE", ignore_case=True))), 2)
        self.assertEqual(len(list(files("a.py") | lines | matching("os", invert=True))), 1)

    def test_tables(self):
        self.assertEqual(self.names(files(".") | largest(2)), ["a.py", "sub/c.py"])
        whole = list(files(".") | totals)
        self.assertEqual([(total.suffix, total.files, total.lines) for total in whole],
                         [(".py", 2, 3), (".txt", 2, 4), ("none", 1, 0), ("all", 5, 7)])
        self.assertEqual([self.names(group) for group in files(".") | duplicates], [["b.txt", "sub/deep/d.txt"]])


class ContextTest(unittest.TestCase):
    def test_timed(self):
        reports = []
        with self.assertRaises(KeyError), timed("work", iter([1.0, 3.5]).__next__, reports.append):
            raise KeyError
        self.assertEqual(reports, ["work: 2.500 s"])

    def test_counters(self):
        reports = []
        with Counters(reports.append) as counters:
            counters["lines"] += 2
            raise BrokenPipeError
        with self.assertRaises(ValueError), Counters(reports.append):
            raise ValueError
        self.assertEqual(reports, ["2 lines", "nothing"])

    def test_log_is_restored(self):
        stream = io.StringIO()
        with error_log("INFO", stream) as log:
            log.info("seen")
            log.debug("not seen")
        self.assertEqual((stream.getvalue(), log.handlers, log.propagate), ("INFO: seen\n", [], True))


class CommandTest(FolderTest):
    def run_main(self, *words):
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                code = main(words)
            except SystemExit as stop:
                code = stop.code
        return code, out.getvalue(), err.getvalue()

    def test_commands(self):
        self.assertEqual(self.run_main("grep", "import", "-m", "1"), (0, "./a.py:1: import os\n", ""))
        self.assertEqual(self.run_main("find", "-i", "*.c"), (1, "", ""))
        self.assertEqual(self.run_main("find", "sub", "-v", "--max-size", "9")[2],
                         "INFO: 2 files seen, 1 chosen\n")
        self.assertRegex(self.run_main("count", "-t")[2], r"^INFO: count: \d\.\d{3} s\n$")

    def test_errors(self):
        self.assertEqual(self.run_main("find", "missing"), (2, "", "filepipe: missing: No such file or directory\n"))
        for words in (("grep", "("), ("find", "--min-size", "x"), ("largest", "-n", "0"), ("zap",), ()):
            self.assertEqual(self.run_main(*words)[0], 2)


if __name__ == "__main__":
    unittest.main()
