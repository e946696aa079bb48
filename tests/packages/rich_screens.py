# rich: tracebacks with locals, objects that draw themselves, layouts, live tables, prompts, logs, boxes, exports.
import io
import logging

from rich import box
from rich.align import Align
from rich.console import Console
from rich.emoji import Emoji
from rich.json import JSON
from rich.layout import Layout
from rich.live import Live
from rich.logging import RichHandler
from rich.markup import MarkupError, escape
from rich.measure import Measurement
from rich.padding import Padding
from rich.pretty import pprint
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn
from rich.prompt import Confirm, IntPrompt, Prompt
from rich.rule import Rule
from rich.style import Style
from rich.table import Table
from rich.theme import Theme


def make_console(color=None, **options):
    return Console(file=io.StringIO(), width=70, force_terminal=bool(color), color_system=color, legacy_windows=False,
                   _environ={}, **options)


def written(console):
    return console.file.getvalue()


console = make_console("256", theme=Theme({"warn": "bold magenta"}))
console.print("[warn]x[/warn]", Rule("r"), Align.center("mid"), Padding("p", (1, 2)), JSON('{"a": [1, null, true]}'))
print(ascii(written(console)))


def fail(n):
    local = [n] * 3
    return fail(n - 1) if n else {}[len(local)]


for options in ({}, {"show_locals": True}, {"extra_lines": 1, "theme": "ansi_dark", "word_wrap": True}):
    console = make_console()
    try:
        try:
            fail(2)
        except KeyError as error:
            raise ValueError("outer") from error
    except ValueError:
        console.print_exception(**options)
    print(written(console))


class Drawn:
    x = 1

    def __rich__(self):
        return "[b]drawn[/b]"

    def __rich_repr__(self):
        yield "x", self.x
        yield "y", 2, 2
        yield 5


console = make_console()
console.print(Drawn(), [Drawn()])
pprint({"a": [Drawn()] * 2, "b": range(3), "c": {1, 2}}, console=console, expand_all=True)
print(written(console))

layout = Layout()
layout.split_column(Layout(name="upper", size=3), Layout(name="lower"))
layout["lower"].split_row(Layout("left"), Layout("right"))
console = Console(file=io.StringIO(), width=60, height=12, _environ={})
console.print(layout)
print(written(console))

console = make_console()
columns = SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
with Progress(*columns, console=console, auto_refresh=False) as progress:
    for _ in progress.track(range(3), description="do"):
        pass
print(repr(written(console)))
console = make_console("truecolor")
with Live(Table("a", "b"), console=console, auto_refresh=False) as live:
    for i in range(2):
        table = Table("a", box=box.MARKDOWN)
        table.add_row(str(i))
        live.update(table, refresh=True)
print(ascii(written(console)))

print(Prompt.ask("name", console=make_console(), stream=io.StringIO("zed\n"), default="q"),
      IntPrompt.ask("n", console=make_console(), stream=io.StringIO("x\n7\n")),
      Confirm.ask("ok", console=make_console(), stream=io.StringIO("y\n")))

console = make_console()
log = logging.getLogger("rich_screens")
log.setLevel("INFO")
log.addHandler(RichHandler(console=console, show_time=False, rich_tracebacks=True))
log.info("hello %s", {"a": 1})
try:
    1 / 0
except ZeroDivisionError:
    log.exception("bad")
print(written(console))

for kind in (box.ASCII, box.ROUNDED, box.DOUBLE_EDGE, box.MINIMAL):
    console = make_console()
    table = Table("h1", "h2", box=kind, caption="cap", show_footer=True, row_styles=["", "dim"])
    table.add_row("1", "2")
    table.add_section()
    table.add_row("3")
    console.print(table)
    print(written(console))

try:
    make_console().print("[a]x[/b]")
except MarkupError as error:
    print(error)
print(escape("[b]x"), Style.parse("bold red on blue"), Emoji.replace(":heart:"),
      Measurement.get(make_console(), make_console().options, "hello world"))
console = make_console(record=True)
console.print("[red]x")
print("<svg" in console.export_svg(title="t", clear=False), console.export_text())
console = make_console()
console.print("long " * 30, soft_wrap=True)
console.print("x" * 100, overflow="ellipsis", no_wrap=True)
print(written(console))
