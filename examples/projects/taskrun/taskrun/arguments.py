"""A function's signature as words of the command line.

    name                a word, or --name WORD
    name=5              --name N or -n N; the default says that it is an int
    name=False          --name or -n; True: --no-name
    name: list = ()     --name WORD, more than once
    *names              all words that are left
The annotation decides the type, else the default does.
"""
import inspect
from dataclasses import dataclass

from taskrun.errors import UsageError

EMPTY = inspect.Parameter.empty


@dataclass
class Option:
    name: str           # of the parameter
    kind: type
    default: object
    positional: bool
    rest: bool
    help: str
    letter: str = ""

    @property
    def flag(self):
        word = self.name.strip("_").replace("_", "-")
        return f"--no-{word}" if self.kind is bool and self.default is True else f"--{word}"

    @property
    def usage(self):
        metavar = self.name.strip("_").upper()
        if self.rest:
            return f"[{metavar}...]"
        if self.positional:
            return metavar
        return f"[{self.flag}]" if self.kind is bool else f"[{self.flag} {metavar}]"

    def convert(self, text):
        try:
            return text if self.kind is list else self.kind(text)
        except ValueError:
            raise UsageError(f"{self.flag.lstrip('-')}: {text!r} is not of type {self.kind.__name__}") from None


def kind_of(parameter):
    """The type that the words are converted to: the annotation if it is a plain type, else the default's type."""
    annotation = parameter.annotation
    if isinstance(annotation, type) and annotation in (int, float, str, bool, list):
        return annotation
    default = parameter.default
    if default is EMPTY or default is None:
        return str
    return list if isinstance(default, (list, tuple)) else type(default)


def options_of(task):
    """The options of a task, with one letter for each that can have one."""
    taken = {"h"}
    options = []
    for parameter in task.parameters:
        if parameter.kind is parameter.VAR_KEYWORD:
            continue
        rest = parameter.kind is parameter.VAR_POSITIONAL
        option = Option(parameter.name, kind_of(parameter), parameter.default,
                        parameter.default is EMPTY and not rest, rest, task.help.get(parameter.name, ""))
        letter = option.flag.lstrip("-")[0]
        if not rest and not option.positional and letter not in taken:
            option.letter = letter
            taken.add(letter)
        options.append(option)
    return options


def usage(name, task):
    return " ".join([name, *(option.usage for option in options_of(task))])


def help_lines(name, task):
    yield f"usage: taskrun {usage(name, task)}"
    if doc := inspect.getdoc(task):
        yield ""
        yield from doc.splitlines()
    options = options_of(task)
    if options:
        yield ""
    for option in options:
        letters = f"-{option.letter}, " if option.letter else ""
        head = option.name.upper() if option.rest or option.positional else letters + option.flag
        worth_saying = option.default is not EMPTY and option.kind is not bool and option.default
        default = f" (default: {option.default})" if worth_saying else ""
        yield f"  {head:18} {option.help}{default}".rstrip()


def parse(name, task, words, is_task):
    """(arguments, options, what is left of the words) for a call of the task.

    The words end where all parameters without a default have one and the next word names a task.
    """
    table = options_of(task)
    by_flag = {option.flag: option for option in table if not option.rest}
    by_flag |= {f"-{option.letter}": option for option in table if option.letter}
    waiting = [option for option in table if option.positional]
    rest = next((option for option in table if option.rest), None)
    values, extra = {}, []
    words = list(words)
    while words:
        word = words.pop(0)
        if word == "--":
            extra += words
            words = []
        elif word.startswith("-") and len(word) > 1:
            flag, equals, value = word.partition("=")
            option = by_flag.get(flag)
            if option is None:
                raise UsageError(f"{name}: no such option: {flag}")
            waiting = [other for other in waiting if other is not option]
            if option.kind is bool:
                if equals:
                    raise UsageError(f"{name}: {flag} takes no value")
                values[option.name] = option.default is not True
                continue
            if not equals:
                if not words:
                    raise UsageError(f"{name}: {flag} needs a value")
                value = words.pop(0)
            if option.kind is list:
                values.setdefault(option.name, []).append(value)
            else:
                values[option.name] = option.convert(value)
        elif waiting:
            option = waiting.pop(0)
            values[option.name] = [word] if option.kind is list else option.convert(word)
        elif is_task(word):
            words.insert(0, word)
            break
        elif rest:
            extra.append(word)
        else:
            raise UsageError(f"{name}: {word!r} is neither an argument of it nor a task")
    if waiting:
        raise UsageError(f"{name}: missing {', '.join(option.name for option in waiting)}")
    if extra and not rest:
        raise UsageError(f"{name}: too many arguments: {' '.join(extra)}")
    if not rest:
        return [], values, words
    # What stands before *rest can be given by position only.
    before = table[:table.index(rest)]
    arguments = [values.pop(option.name, option.default) for option in before]
    return [*arguments, *map(rest.convert, extra)], values, words
