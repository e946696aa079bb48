# invoke: tasks, namespaces, arguments, pre-tasks, running commands, contexts for tests.
import sys
import types

from invoke import Collection, Config, Context, Exit, MockContext, Program, Result, UnexpectedExit, run, task


@task
def clean(c, which=""):
    """Take things away."""
    print("clean", which or "all")


@task(pre=[clean], help={"name": "whom to greet", "times": "how often"}, aliases=["hi"])
def greet(c, name, times=1, loud=False, tags=None):
    """Say hello."""
    for _ in range(times):
        print("HELLO" if loud else "hello", name)


@task(iterable=["item"])
def collect(c, item):
    print(sorted(item))


@task
def shell(c):
    result = c.run("echo out; echo err >&2; exit 3", hide=True, warn=True)
    print(repr(result.stdout), repr(result.stderr), result.exited, result.ok, result.failed)
    with c.prefix("X=5; export X"):
        print(c.run("echo $X", hide=True).stdout.strip())


namespace = Collection(clean, greet, collect, shell, inner=Collection(clean))
program = Program(namespace=namespace, version="1.2", name="demo")
for line in ("demo greet --name=Ann --times 2", "demo hi -l Bob clean -w dist", "demo collect -i b -i a", "demo shell",
             "demo inner.clean", "demo --list", "demo --help greet", "demo --version"):
    print("$", line)
    program.run(line, exit=False)
for wrong in ("demo nothing", "demo greet"):
    print("$", wrong)
    sys.stdout.flush()
    sys.stderr = sys.stdout
    program.run(wrong, exit=False)
    sys.stderr = sys.__stderr__
print(run("printf '%s' text", hide=True, in_stream=False).stdout)
try:
    run("exit 7", hide=True, in_stream=False)
except UnexpectedExit as error:
    print(type(error).__name__, error.result.exited)
mock = MockContext(run={"ls": Result("a b\n")})
print(mock.run("ls").stdout.split(), Config({"run": {"echo": True}}).run.echo, Context(Config({"a": {"b": 1}})).a.b)
