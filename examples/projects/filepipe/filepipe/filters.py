"""Stages that let some files through."""
import fnmatch
import re

from filepipe.pipeline import stage

UNITS = {"": 1, "k": 1 << 10, "m": 1 << 20, "g": 1 << 30}


def parse_size(text):
    """10, 4k, 1.5M as a number of bytes."""
    match = re.fullmatch(r"(\d+(?:\.\d+)?)([kmg]?)b?", text.strip().lower())
    if not match:
        raise ValueError(f"{text!r} is not a size such as 500, 4k or 1.5M")
    return int(float(match[1]) * UNITS[match[2]])


@stage
def named(items, *patterns):
    """Files whose name fits one of the patterns."""
    return (entry for entry in items if any(fnmatch.fnmatch(entry.name, pattern) for pattern in patterns))


@stage
def without(items, *patterns):
    """Files no part of whose path fits one of the patterns."""
    for entry in items:
        parts = entry.path.split("/")
        if not any(fnmatch.fnmatch(part, pattern) for part in parts for pattern in patterns):
            yield entry


@stage
def sized(items, least=0, most=None):
    return (entry for entry in items if entry.size >= least and (most is None or entry.size <= most))


@stage
def textual(items):
    """Files that look like text: the first kilobyte holds no zero byte and is (the beginning of) UTF-8."""
    for entry in items:
        try:
            with open(entry.path, "rb") as file:
                start = file.read(1024)
        except OSError:
            continue
        if b"\0" in start:
            continue
        try:
            start.decode()
        except UnicodeDecodeError as error:
            if error.start < len(start) - 3:        # not merely a character that was cut in two
                continue
        yield entry
