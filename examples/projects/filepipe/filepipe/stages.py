"""Stages that make something of the files: lines, matches, groups, digests."""
import collections
import hashlib
import heapq
import itertools
import logging
import re
from dataclasses import dataclass

from filepipe.pipeline import stage

log = logging.getLogger("filepipe")


@dataclass(frozen=True)
class Line:
    path: str
    number: int
    text: str


@dataclass
class Total:
    suffix: str
    files: int = 0
    lines: int = 0
    bytes: int = 0


@stage
def lines(items):
    """The lines of all files. A file is open while its lines are asked for, and not longer."""
    for entry in items:
        try:
            with open(entry.path, encoding="utf-8", errors="replace") as file:
                for number, text in enumerate(file, 1):
                    yield Line(entry.path, number, text.rstrip("\n"))
        except OSError as error:
            log.warning("%s: %s", entry.path, error.strerror)


@stage
def matching(items, pattern, ignore_case=False, invert=False):
    """Lines in which the regular expression is found (or is not)."""
    search = re.compile(pattern, re.IGNORECASE if ignore_case else 0).search
    return (line for line in items if bool(search(line.text)) is not invert)


@stage
def head(items, count):
    """The first items; what stands before is not asked for more."""
    return itertools.islice(items, count)


@stage
def counted(items, counters, name):
    """Lets everything through and counts it."""
    for item in items:
        counters[name] += 1
        yield item


@stage
def largest(items, count):
    """The largest files; needs room for so many, however many come."""
    return iter(heapq.nsmallest(count, items, key=lambda entry: (-entry.size, entry.path)))


@stage
def totals(items):
    """One Total for each suffix, and at last one for all."""
    table = {}
    whole = Total("all")
    for entry in items:
        one = table.setdefault(entry.suffix or "none", Total(entry.suffix or "none"))
        count = count_lines(entry.path)
        for total in (one, whole):
            total.files += 1
            total.lines += count
            total.bytes += entry.size
    yield from sorted(table.values(), key=lambda total: (-total.bytes, total.suffix))
    yield whole


def blocks(path, size=1 << 16):
    with open(path, "rb") as file:
        yield from iter(lambda: file.read(size), b"")


def count_lines(path):
    try:
        return sum(block.count(b"\n") for block in blocks(path))
    except OSError as error:
        log.warning("%s: %s", path, error.strerror)
        return 0


def digest(path):
    state = hashlib.sha256()
    for block in blocks(path):
        state.update(block)
    return state.hexdigest()


@stage
def duplicates(items):
    """Lists of files with the same content. Only files of equal size are read."""
    by_size = collections.defaultdict(list)
    for entry in items:
        by_size[entry.size].append(entry)
    for size, same_size in sorted(by_size.items(), reverse=True):
        if len(same_size) > 1 and size:
            log.debug("comparing %d files of %d bytes", len(same_size), size)
            by_digest = collections.defaultdict(list)
            for entry in same_size:
                by_digest[digest(entry.path)].append(entry)
            yield from (group for group in by_digest.values() if len(group) > 1)
