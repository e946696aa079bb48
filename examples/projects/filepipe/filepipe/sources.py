"""Where the files come from: a walk that opens a folder only when the files before it have been used up."""
import logging
import os
from dataclasses import dataclass

from filepipe.pipeline import Pipeline

log = logging.getLogger("filepipe")


@dataclass(frozen=True)
class Entry:
    """A file: its path as it was found, its size, when it was changed."""
    path: str
    size: int
    changed: float

    @property
    def name(self):
        return os.path.basename(self.path)

    @property
    def suffix(self):
        return os.path.splitext(self.path)[1]


def walk(top, hidden=False, follow_links=False):
    """The files below a folder, those of a folder before those of the folders in it, by name."""
    waiting = [top]
    while waiting:
        folder = waiting.pop()
        log.debug("reading %s", folder)
        try:
            with os.scandir(folder) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            log.warning("%s: %s", folder, error.strerror)
            continue
        folders = []
        for entry in entries:
            if entry.name.startswith(".") and not hidden:
                continue
            if entry.is_dir(follow_symlinks=follow_links):
                folders.append(entry.path)
            elif entry.is_file():
                status = entry.stat()
                yield Entry(entry.path, status.st_size, status.st_mtime)
        waiting += reversed(folders)


def files(*tops, **options):
    """A pipeline that begins with the files below some folders, or with files given by name."""
    def source():
        for top in tops:
            if os.path.isfile(top):
                status = os.stat(top)
                yield Entry(top, status.st_size, status.st_mtime)
            elif os.path.isdir(top):
                yield from walk(top, **options)
            else:
                raise FileNotFoundError(2, os.strerror(2), top)
    return Pipeline(source)
