import contextlib
import io
import pathlib
import tempfile
import unittest
from unittest import mock

from textmill import ConfigError, Plugin, PluginError, config, loader, plugin, registry
from textmill.__main__ import main, parse_step
from textmill.config import Step
from textmill.mill import Mill
from textmill.plugin import kebab

loader.load_builtin()


class RegistryTest(unittest.TestCase):
    """Each test begins with the plug-ins of the program, and ends with them."""

    def setUp(self):
        self.enterContext(mock.patch.object(registry, "plugins", dict(registry.plugins)))
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text)
        return path

    def mill(self, *steps, lines=("b", "a", "B")):
        return list(Mill([step if isinstance(step, Step) else Step(step) for step in steps]).run(lines))


class PluginTest(RegistryTest):
    def test_classes(self):
        class TailTwo(Plugin):
            """The last lines.

            More of it."""
            count = 2

            def run(self, lines):
                return list(lines)[-self.count:]

        class TailThree(TailTwo):
            count = 3
        self.assertIs(registry["tail-two"], TailTwo)
        self.assertEqual(TailTwo.summary(), "The last lines.")
        self.assertEqual(self.mill("tail-two"), ["a", "B"])
        self.assertEqual(self.mill("tail-three"), ["b", "a", "B"])
        self.assertEqual(self.mill(Step("tail-two", {"count": 1})), ["B"])
        self.assertEqual((repr(TailTwo), str(TailTwo.settings)), ("<plug-in tail-two>", "count=2"))
        self.assertEqual(kebab("ABTest"), "a-b-test")

    def test_functions(self):
        @plugin(name="twice")
        def repeat(lines, times: int = 2):
            return (line * times for line in lines)
        self.assertEqual(list(repeat(["x"], 3)), ["xxx"])
        self.assertEqual(self.mill("twice"), ["bb", "aa", "BB"])
        self.assertEqual(str(registry["twice"].settings), "times=2")

    def test_refused(self):
        with self.assertRaisesRegex(PluginError, "Lazy has no method run"):
            class Lazy(Plugin):
                pass
        with self.assertRaisesRegex(PluginError, "'sort' exists already, from textmill"):
            plugin(lambda lines: lines, name="sort")
        with self.assertRaisesRegex(PluginError, "no name"):
            plugin(lambda lines: lines, name="a b")
        with self.assertRaisesRegex(PluginError, "takes no lines"):
            plugin(lambda: None)

    def test_abstract(self):
        before = len(registry)

        class Base(Plugin, abstract=True):
            mark = "-"

        class Marked(Base):
            def run(self, lines):
                return (self.mark + line for line in lines)
        self.assertEqual(len(registry), before + 1)
        self.assertEqual(self.mill(Step("marked", {"mark": "+"})), ["+b", "+a", "+B"])


class MillTest(RegistryTest):
    def test_builtin(self):
        self.assertEqual(self.mill("sort"), ["B", "a", "b"])
        self.assertEqual(self.mill("upper", "unique"), ["B", "A"])
        self.assertEqual(self.mill(Step("unique", {"ignore_case": True}), Step("number", {"width": 1})), ["1 b", "2 a"])
        self.assertEqual(self.mill(Step("replace", {"old": "[ab]", "new": r"<\g<0>>", "regex": True})),
                         ["<b>", "<a>", "B"])
        self.assertEqual(self.mill(Step("replace", {"old": "."}), lines=["a.b\n"]), ["ab"])
        self.assertEqual(self.mill("skip-empty", Step("strip", {"chars": "-"}), lines=["--x-", "  "]), ["x"])

    def test_lazy(self):
        asked = []

        def lines():
            for n in range(100):
                asked.append(n)
                yield str(n)
        found = Mill([Step("strip"), Step("number")]).run(lines())
        self.assertEqual((next(found), asked), ("  1 0", [0]))

    def test_options(self):
        for step, text in ((Step("number", {"strat": 1}), "no option 'strat'; did you mean 'start'"),
                           (Step("number", {"start": "1"}), "start must be of type int, not str"),
                           (Step("number", {"start": True}), "start must be of type int, not bool"),
                           (Step("replace"), "the option 'old' is missing")):
            with self.assertRaisesRegex(ConfigError, text):
                self.mill(step)
        with self.assertRaisesRegex(PluginError, "no plug-in 'zap'"):
            self.mill("zap")

    def test_failing(self):
        @plugin
        def divide(lines):
            for line in lines:
                yield str(1 // int(line))

        @plugin
        def number_of(lines):
            yield 5
        for steps, text in ((("strip", "divide", "upper"), "step 2, divide: ZeroDivisionError"),
                            (("number-of",), "step 1, number-of: TypeError: gave a int, not a line")):
            with self.assertRaisesRegex(PluginError, text):
                self.mill(*steps, lines=["1", "0"])


class ConfigTest(RegistryTest):
    def test_json(self):
        path = self.write("c.json", '{"plugins": ["x"], "chain": ["strip", {"use": "number", "start": 2}]}')
        found = config.read(path)
        self.assertEqual(found.chain, [Step("strip"), Step("number", {"start": 2})])
        self.assertEqual(found.folders, [self.folder / "x"])

    def test_python(self):
        path = self.write("c.py", "chain = [skip_empty, number(start=len('abc'))]\n")
        self.assertEqual(config.read(path).chain, [Step("skip-empty"), Step("number", {"start": 3})])

    def test_errors(self):
        for name, text, message in (
                ("a.json", "{", "Expecting property name"), ("b.json", "[]", "'chain' must be a list"),
                ("c.json", '{"chain": [5]}', "step 1: neither"), ("d.json", '{"chain": [], "zap": 1}', "unknown: zap"),
                ("e.json", '{"chain": [], "plugins": "x"}', "must be a list of folders"),
                ("f.py", "1/0", "ZeroDivisionError"), ("g.py", "chain = (", "SyntaxError"),
                ("h.toml", "", "a .json or a .py")):
            with self.subTest(name), self.assertRaisesRegex(ConfigError, message):
                config.read(self.write(name, text))
        with self.assertRaisesRegex(ConfigError, "No such file"):
            config.read(self.folder / "missing.json")


class LoaderTest(RegistryTest):
    GOOD = "from textmill import plugin\n@plugin\ndef {}(lines):\n    return lines\n"

    def test_folder(self):
        self.write("a.py", self.GOOD.format("alpha"))
        self.write("b.py", self.GOOD.format("beta") + "import missing_module")
        self.write("c.py", "raise SystemExit(3)")
        self.write("_d.py", "raise ValueError")
        loaded = loader.load_folder(self.folder)
        self.assertEqual([(one.path.name, one.names) for one in loaded], [("a.py", ["alpha"]), ("b.py", []), ("c.py", [])])
        self.assertEqual(loaded[1].error, "ModuleNotFoundError: No module named 'missing_module'")
        self.assertIn("alpha", registry)
        self.assertNotIn("beta", registry)
        self.assertEqual((registry["alpha"].origin, registry.origin), (str(self.folder / "a.py"), "program"))
        with self.assertRaises(PluginError):
            loader.load_folder(self.folder / "missing")


class CommandTest(RegistryTest):
    def run_main(self, *words):
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                code = main(words)
            except SystemExit as stop:
                code = stop.code
        return code, out.getvalue(), err.getvalue()

    def test_steps(self):
        self.assertEqual(parse_step("a:b=1,c=x,d=true"), Step("a", {"b": 1, "c": "x", "d": True}))
        path = self.write("text", "b\na\n")
        self.assertEqual(self.run_main("run", "-s", "sort", "-s", "number:width=2", str(path)), (0, " 1 a\n 2 b\n", ""))

    def test_errors(self):
        self.assertEqual(self.run_main("describe", "zap"), (1, "", "textmill: no plug-in 'zap'\n"))
        self.assertEqual(self.run_main("run", "-s", "a:b", "x")[0], 2)
        self.assertEqual(self.run_main("run", "missing")[0], 1)
        self.assertEqual(self.run_main()[0], 2)


if __name__ == "__main__":
    unittest.main()
