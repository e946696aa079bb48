"""Plug-ins of the demonstration: one by class, one by function."""
from _letters import VOWELS

from textmill import Plugin, plugin


class Vowels(Plugin):
    """Count the vowels of each line."""
    mark = "*"

    def run(self, lines):
        for line in lines:
            yield f"{line} {self.mark * sum(letter in VOWELS for letter in line.lower())}"


@plugin
def words(lines):
    """One word a line."""
    for line in lines:
        yield from line.split()
