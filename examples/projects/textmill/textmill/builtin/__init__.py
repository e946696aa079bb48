"""The plug-ins that come with the program."""
import re

from textmill.plugin import Plugin, plugin


@plugin
def strip(lines, chars: str = None):
    """Take white space, or other characters, off both ends."""
    return (line.strip(chars) for line in lines)


@plugin
def upper(lines):
    """Write all in capitals."""
    return (line.upper() for line in lines)


@plugin
def replace(lines, old: str, new: str = "", regex=False):
    """Replace a text, or a regular expression."""
    pattern = re.compile(old if regex else re.escape(old))
    return (pattern.sub(new if regex else lambda match: new, line) for line in lines)


@plugin
def skip_empty(lines):
    """Leave out lines without text."""
    return (line for line in lines if line.strip())


class Unique(Plugin):
    """Leave out lines that were there before."""
    ignore_case = False

    def run(self, lines):
        seen = set()
        for line in lines:
            key = line.casefold() if self.ignore_case else line
            if key not in seen:
                seen.add(key)
                yield line


class Number(Plugin):
    """Put a number before each line."""
    start = 1
    width = 3

    def run(self, lines):
        for number, line in enumerate(lines, self.start):
            yield f"{number:{self.width}} {line}"


class Sort(Plugin):
    """Sort the lines."""
    reverse = False

    def run(self, lines):
        yield from sorted(lines, reverse=self.reverse)
