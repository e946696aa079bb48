"""The tasks of a project that does not exist."""
from taskrun import Collection, task

default = "test"


@task
def clean(c):
    """Remove what was built."""
    c.run("echo removing build")


@task(pre=[clean], aliases=["b"], help={"target": "what to build", "jobs": "how many at once"})
def build(c, target="all", jobs=2, debug=False, optimize=True):
    """Build the project.

    The folder is cleaned before.
    """
    words = [target, f"-j{jobs}"] + ["-g"] * debug + ["-O2"] * optimize
    c.run("echo building " + " ".join(words))


@task(build)
def test(c, *names):
    """Run the tests, or some of them."""
    c.run(f"echo testing {' '.join(names) or 'everything'}")


@task(help={"tag": "may be given more than once"})
def release(c, version: str, tag: list = ()):
    """Publish a version."""
    commit = c.run("echo c0ffee", hide=True).output.strip()
    print(f"version {version} at {commit or 'an unknown commit'}, tags {list(tag)}")


@task
def fail(c, code: int = 3):
    """End with an exit code."""
    c.run(f"exit {code}")


@task(name="build")
def build_docs(c):
    """Make the documentation."""
    with c.cd("/"), c.environment(LANGUAGE="C"):
        c.run('echo documents in $(pwd) in $LANGUAGE')


@task(pre=[build_docs])
def publish(c):
    """Upload the documentation."""
    if not c.run("false", warn=True):
        print("no network, no documents")


docs = Collection("docs", build_docs, publish, default="build")
del build_docs, publish
