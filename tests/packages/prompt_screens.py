# Prompt Toolkit and Typer: editing a line with keys fed through a pipe, completion, history, validation, dialogs' layout; typed commands.
import enum
import pathlib
from typing import List, Optional

import typer
from prompt_toolkit import PromptSession, print_formatted_text
from prompt_toolkit.application import create_app_session
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.completion import NestedCompleter, WordCompleter, FuzzyCompleter, CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import FormattedText, HTML, to_formatted_text, fragment_list_to_text
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.output import DummyOutput
from prompt_toolkit.validation import Validator
from typer.testing import CliRunner

keys = KeyBindings()


@keys.add("c-t")
def _(event):
    event.app.current_buffer.insert_text("<T>")


def ask(typed, **options):
    with create_pipe_input() as given:
        given.send_text(typed)
        with create_app_session(input=given, output=DummyOutput()):
            return PromptSession(key_bindings=keys, **options).prompt("> ")


history = InMemoryHistory()
history.append_string("first")
history.append_string("second")
print([ask(text, history=history) for text in ("hello\r", "ab\x02X\r", "one two\x17three\r", "abc\x01\x0b\x19Z\r", "a\x14b\r", "\x1b[A\x1b[A!\r", "x\x1b[D\x1b[Dy\x1b[Cz\r")])
print(repr(ask("a\nb\x1b\r", multiline=True)), ask("word one\x1bbX\x1bfY\r"), ask("iabc\x1b0xp$ad\r", vi_mode=True))
try:
    ask("abc\x03")
except KeyboardInterrupt:
    print("interrupted")
try:
    ask("\x04")
except EOFError:
    print("end of file")
words = WordCompleter(["apple", "apricot", "banana"], meta_dict={"apple": "a fruit"})
print([c.text for c in words.get_completions(Document("ap"), CompleteEvent())], [c.text for c in FuzzyCompleter(words).get_completions(Document("ana"), CompleteEvent())],
      [c.text for c in NestedCompleter.from_nested_dict({"show": {"version": None, "ip": {"brief": None}}}).get_completions(Document("show ip "), CompleteEvent())])
document = Document("line one\nline two\n  three", 12)
print(document.cursor_position_row, document.cursor_position_col, document.get_word_under_cursor(), document.find("three"), document.get_cursor_down_position(), document.current_line, document.leading_whitespace_in_current_line, document.find_boundaries_of_current_word())
buffer = Buffer(validator=Validator.from_callable(str.isdigit, error_message="digits only"))
buffer.insert_text("12a")
print(buffer.validate(), buffer.validation_error, buffer.cursor_position)
buffer.delete_before_cursor()
print(buffer.validate(), buffer.text)
buffer.undo()
print(buffer.text, to_formatted_text(HTML("<b>bold</b> <ansired>red &amp; <i>it</i></ansired>")), fragment_list_to_text(FormattedText([("", "a"), ("class:x", "b")])))


class Colour(str, enum.Enum):
    red = "red"
    blue = "blue"


app = typer.Typer(add_completion=False, help="A typed program.")
users = typer.Typer()
app.add_typer(users, name="users", help="Users.")


@app.command()
def paint(path: pathlib.Path, colour: Colour = Colour.red, times: int = typer.Option(1, "--times", "-n", min=1, max=9, help="How often."), tags: Optional[List[str]] = typer.Option(None), force: bool = False):
    """Paints PATH."""
    typer.echo(f"{path!r} {colour.value} {times} {list(tags or [])} {force}")


@users.command("add")
def add(name: str, age: float = typer.Argument(18.5), dry: Optional[bool] = typer.Option(None, "--dry/--wet")):
    if age < 0:
        raise typer.BadParameter("age below zero")
    if name == "exit":
        raise typer.Exit(3)
    typer.secho(f"{name} {age} {dry}", fg="green")


runner = CliRunner()
for line in ("--help", "paint a/b --colour blue -n 3 --tags x --tags y --force", "paint", "paint x --colour green", "paint x -n 10", "users add ann 20 --wet", "users add exit", "users add bob -- -1", "paint --help", "nosuch"):
    result = runner.invoke(app, line.split())
    print("$", line, "->", result.exit_code, type(result.exception).__name__)
    print(result.output)
