# click: groups, options of every kind, prompts, errors and help, through its own runner of tests.
import click
from click.testing import CliRunner


class Colour(click.ParamType):
    name = "colour"

    def convert(self, value, param, ctx):
        if len(value) != 6:
            self.fail(f"{value!r} is not RRGGBB", param, ctx)
        return tuple(int(value[i:i + 2], 16) for i in (0, 2, 4))


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 90})
@click.option("--debug/--no-debug", default=False, envvar="APP_DEBUG", help="Switch on what is seldom wanted.")
@click.version_option("1.2", prog_name="app")
@click.pass_context
def app(ctx, debug):
    """An application of several commands.

    \b
    kept
      as it is
    """
    ctx.ensure_object(dict)["debug"] = debug
    if ctx.invoked_subcommand is None:
        click.echo("nothing to do")


@app.command()
@click.argument("names", nargs=-1, required=True)
@click.option("-n", "--times", type=click.IntRange(1, 5), default=1, show_default=True)
@click.option("--colour", type=Colour(), default="ff8000")
@click.option("--how", type=click.Choice(["loud", "quiet"], case_sensitive=False), multiple=True)
@click.option("--pair", nargs=2, type=(str, float), metavar="NAME VALUE")
@click.pass_obj
def greet(obj, names, times, colour, how, pair):
    """Greets NAMES."""
    click.echo(f"{names} {times} {colour} {how} {pair} {obj}")


@app.command("sum")
@click.argument("numbers", type=float, nargs=-1)
@click.option("--out", type=click.File("w"), default="-")
def total(numbers, out):
    """Adds numbers up."""
    click.secho(f"{sum(numbers):.2f}", fg="green", file=out)


@app.command(deprecated=True)
@click.option("--name", prompt="Your name")
@click.password_option()
@click.confirmation_option(prompt="Sure?")
def sign(name, password):
    """Signs up."""
    click.echo(f"{name}/{len(password)}")


@app.command()
@click.option("-v", "verbose", count=True)
def fail(verbose):
    if verbose > 1:
        raise click.ClickException("very wrong")
    raise click.UsageError("wrongly used")


runner = CliRunner()
for arguments, text in [([], ""), (["-h"], ""), (["--version"], ""), (["greet"], ""), (["greet", "--help"], ""),
                        (["--debug", "greet", "a", "b", "-n", "3", "--how", "LOUD", "--how", "quiet", "--pair", "x", "2"], ""),
                        (["greet", "a", "-n", "9"], ""), (["greet", "a", "--colour", "12"], ""), (["greet", "a", "--how", "mad"], ""),
                        (["sum", "1", "2.5", "--", "-3"], ""), (["sum", "one"], ""), (["sing"], ""), (["greet", "--tmes", "1"], ""),
                        (["sign"], "Ann\nsecret\nsecret\ny\n"), (["sign"], "Ann\na\nb\na\na\nn\n"), (["fail"], ""), (["fail", "-vv"], "")]:
    result = runner.invoke(app, arguments, input=text)
    print("$", *arguments, "->", result.exit_code, type(result.exception).__name__)
    print(result.output)
print(runner.invoke(app, ["greet", "x"], env={"APP_DEBUG": "1"}).output)
print(click.style("bold", bold=True, fg="red").encode(), click.unstyle(click.style("x", fg="blue")))
with app.make_context("app", ["greet", "z"]) as ctx:
    print(ctx.info_name, ctx.command.name, ctx.protected_args, [p.name for p in app.params])
with click.progressbar(range(5), label="work", file=open("/dev/null", "w")) as bar:
    print(sum(bar))
