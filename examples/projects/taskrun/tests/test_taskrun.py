import contextlib
import io
import os
import pathlib
import tempfile
import unittest

from taskrun import Collection, CommandFailed, Context, TaskError, UsageError, task
from taskrun.__main__ import main
from taskrun.arguments import options_of, parse, usage
from taskrun.execution import Call, execute, plan
from taskrun.loader import find, load


@task(help={"count": "how often"})
def greet(c, name, count=1, loud=False, polite=True, words: list = ()):
    """Say hello."""
    return name, count, loud, polite, words


@task
def gather(c, first, *rest: int):
    return first, rest


def parsed(one, *words):
    arguments, options, left = parse(one.name, one, words, {"other"}.__contains__)
    return one(None, *arguments, **options), left


class TaskTest(unittest.TestCase):
    def test_decorator(self):
        self.assertEqual(greet.name, "greet")
        self.assertEqual(greet(None, "you")[0], "you")
        self.assertEqual(greet.summary, "Say hello.")
        self.assertEqual(repr(greet), "<Task greet>")

        @task(greet, name="two_words")
        def function(c):
            pass
        self.assertEqual((function.name, function.pre), ("two-words", (greet,)))
        with self.assertRaises(TypeError):
            task(greet, pre=[greet])

    def test_bad_tasks(self):
        with self.assertRaisesRegex(TaskError, "needs a parameter"):
            task(lambda: None)
        with self.assertRaisesRegex(TaskError, "has help for b"):
            @task(help={"b": "?"})
            def function(c, a):
                pass

    def test_collections(self):
        inner = Collection("inner", greet, default="greet")
        outer = Collection("", gather, inner)
        self.assertIs(outer.find("inner.greet"), greet)
        self.assertIs(outer.find("inner"), greet)
        self.assertIs(outer.find("gather"), gather)
        for name in ("greet", "inner.gather", "gather.greet", "", "."):
            self.assertIsNone(outer.find(name))
        self.assertEqual([name for name, _ in outer.walk()], ["gather", "inner.greet"])
        for member in (greet, gather, Collection("greet")):
            with self.assertRaises(TaskError):
                Collection("", greet, gather, member)
        for member in (Collection(), 5):
            with self.assertRaises(TaskError):
                Collection("", member)


class ArgumentTest(unittest.TestCase):
    def test_values(self):
        self.assertEqual(parsed(greet, "a"), (("a", 1, False, True, ()), []))
        self.assertEqual(parsed(greet, "a", "-c", "3", "--loud", "--no-polite"), (("a", 3, True, False, ()), []))
        self.assertEqual(parsed(greet, "--name=a", "--words", "x", "-w", "y"), (("a", 1, False, True, ["x", "y"]), []))
        self.assertEqual(parsed(greet, "a", "other", "b"), (("a", 1, False, True, ()), ["other", "b"]))
        self.assertEqual(parsed(greet, "other"), (("other", 1, False, True, ()), []))

    def test_rest(self):
        self.assertEqual(parsed(gather, "a", "1", "2"), (("a", (1, 2)), []))
        self.assertEqual(parsed(gather, "a", "1", "other"), (("a", (1,)), ["other"]))
        self.assertEqual(parsed(gather, "a", "--", "7"), (("a", (7,)), []))

    def test_errors(self):
        for words, text in (((), "missing name"), (("a", "b"), "'b' is neither"), (("a", "--zap"), "no such option"),
                            (("a", "-c"), "needs a value"), (("a", "-c", "x"), "'x' is not of type int"),
                            (("a", "--loud=1"), "takes no value"), (("a", "--", "b"), "too many")):
            with self.subTest(words=words), self.assertRaisesRegex(UsageError, text):
                parsed(greet, *words)

    def test_usage(self):
        self.assertEqual(usage("greet", greet), "greet NAME [--count COUNT] [--loud] [--no-polite] [--words WORDS]")
        self.assertEqual(usage("gather", gather), "gather FIRST [REST...]")
        self.assertEqual([option.letter for option in options_of(greet)], ["", "c", "l", "n", "w"])


class PlanTest(unittest.TestCase):
    def setUp(self):
        self.ran = ran = []

        def make(name, **options):
            def function(c, value=None):
                ran.append((name, value))
                return name
            return task(name=name, **options)(function)
        self.make = make

    def test_order(self):
        make = self.make
        a = make("a")
        b = make("b", pre=[a])
        c = make("c", pre=[a, b], post=[make("d")])
        results = execute([Call("c", c), Call("b", b)], None)
        self.assertEqual([name for name, _ in self.ran], ["a", "b", "c", "d"])
        self.assertEqual(results["c"], "c")

    def test_repeated(self):
        a = self.make("a")
        execute([Call("a", a), Call("a", a, options={"value": 1}), Call("a", a)], None)
        self.assertEqual(self.ran, [("a", None), ("a", 1)])
        b = self.make("b", pre=[a])
        self.assertEqual([call.options for call in plan([Call("a", a, options={"value": 2}), Call("b", b)])],
                         [{"value": 2}, {}])
        always = self.make("always", always=True)
        self.assertEqual(len(plan([Call("x", always), Call("x", always)])), 2)

    def test_cycle(self):
        a = self.make("a")
        b = self.make("b", pre=[a])
        a.pre = (b,)
        with self.assertRaisesRegex(TaskError, "a -> b -> a"):
            plan([Call("a", a)])


class ContextTest(unittest.TestCase):
    def test_run(self):
        c = Context()
        self.assertEqual(c.run("echo a b", hide=True).output, "a b\n")
        self.assertFalse(c.run("exit 4", warn=True))
        with self.assertRaises(CommandFailed) as caught:
            c.run("exit 4")
        self.assertEqual(caught.exception.exit_code, 4)

    def test_blocks(self):
        c = Context("/")
        with c.cd("usr"), c.cd("lib"), c.environment(WORD="hey"), c.prefix("X=1"):
            self.assertEqual(c.run("echo $(pwd) $WORD $X", hide=True).output, "/usr/lib hey 1\n")
        self.assertEqual(c.run("echo $(pwd) $WORD $X", hide=True).output, "/\n")

    def test_dry(self):
        with contextlib.redirect_stdout(io.StringIO()) as out:
            self.assertTrue(Context(dry=True).run("exit 1"))
        self.assertEqual(out.getvalue(), "> exit 1\n")


class CommandTest(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory())).resolve()
        self.enterContext(contextlib.chdir(self.folder))

    def write(self, text):
        (self.folder / "tasks.py").write_text("from taskrun import task\n" + text)

    def run_main(self, *words):
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = main(words)
        return code, out.getvalue(), err.getvalue()

    def test_files(self):
        self.write("@task\ndef a(c): print('a', c.folder)\n")
        self.assertEqual(self.run_main("a"), (0, f"a {self.folder}\n", ""))
        os.mkdir("inner")
        with contextlib.chdir("inner"):
            self.assertEqual(find(), self.folder / "tasks.py")
            self.assertEqual(self.run_main("a")[0], 0)

    def test_errors(self):
        with self.assertRaisesRegex(TaskError, "no such file"):
            load("other.py")
        self.write("@task\ndef alpha(c): pass\n")
        self.assertEqual(self.run_main("alhpa"), (2, "", "taskrun: no task named 'alhpa'; did you mean 'alpha'?\n"))
        self.assertEqual(self.run_main("zzz"), (2, "", "taskrun: no task named 'zzz'\n"))
        self.write("1/0\n")
        self.assertEqual(self.run_main("a"), (1, "", "taskrun: tasks.py cannot be imported: ZeroDivisionError: "
                                                     "division by zero\n"))

    def test_list(self):
        self.write("@task(aliases=['x'])\ndef a(c, n=1):\n    '''One.\n\n    Two.'''\n")
        self.assertEqual(self.run_main(), (0, "a [--n N]  One. (also: x)\n", ""))
        self.assertEqual(self.run_main("x", "-h"), (0, "usage: taskrun x [--n N]\n\nOne.\n\nTwo.\n\n"
                                                       "  -n, --n             (default: 1)\n", ""))


if __name__ == "__main__":
    unittest.main()
