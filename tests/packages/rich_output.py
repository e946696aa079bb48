# rich: markup, tables, trees, panels, syntax, progress and tracebacks on a console of fixed width.
import io
from rich.columns import Columns
from rich.console import Console, Group
from rich.highlighter import ReprHighlighter
from rich.markdown import Markdown
from rich.panel import Panel
from rich.pretty import Pretty, pretty_repr
from rich.progress import Progress
from rich.syntax import Syntax
from rich.table import Table
from rich.text import Text
from rich.tree import Tree


def show(*things, color=None, **options):
    console = Console(file=io.StringIO(), width=60, force_terminal=bool(color), color_system=color, legacy_windows=False, _environ={})
    console.print(*things, **options)
    print(console.file.getvalue() if not color else ascii(console.file.getvalue()))


show("[bold red]alert[/] :smile: 42 'text' None", color="truecolor")
show("[italic]plain[/italic]", "second", sep=" | ")
table = Table(title="Star [b]Wars[/b]", show_lines=True)
table.add_column("Released", justify="right", style="cyan", no_wrap=True)
table.add_column("Title")
table.add_column("Box office", justify="right")
table.add_row("2019", "The Rise of Skywalker, a title that is wrapped", "$952,110,690")
table.add_row("2018", "日本語 wide", "$393,151,347")
show(table)
tree = Tree("root")
branch = tree.add("[green]branch")
branch.add(Panel("leaf", title="t"))
tree.add("last")
show(tree)
show(Group(Panel.fit("fitted"), Columns(["one", "two", "three"])))
show(Markdown("# Head\n\nSome *text* with `code`.\n\n* a\n* b\n\n> quote\n"))
show(Syntax("def f(x):\n    return x + 1\n", "python", line_numbers=True, theme="ansi_dark"))
show(Pretty({"key": [1, 2.5, "text"] * 6, "other": {"a": None}}))
print(pretty_repr({"deep": [[1, [2, [3]]]] * 3}, max_width=30))
text = Text("Hello, World!")
text.stylize("bold", 0, 5)
text.highlight_words(["World"], "red")
print(repr(text), [str(line) for line in text.wrap(Console(width=60), 8)])
print(ReprHighlighter()(Text("<A x=1 y='z'>")).spans[:3])
console = Console(file=io.StringIO(), width=70, _environ={})
with Progress(console=console, auto_refresh=False) as progress:
    job = progress.add_task("work", total=4)
    for _ in range(4):
        progress.advance(job)
print(progress.finished, progress.tasks[0].percentage)
console = Console(file=io.StringIO(), width=70, _environ={}, record=True)
try:
    {}["missing"]
except KeyError:
    console.print_exception(show_locals=False)
print("KeyError: 'missing'" in console.file.getvalue())
console.print("[red]x[/red]")
print("<span" in console.export_html())
