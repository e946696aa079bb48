"""A plug-in that fails when it is imported, behind one that is fine."""
from textmill import plugin


@plugin
def half(lines):
    return lines


raise RuntimeError("not finished")
