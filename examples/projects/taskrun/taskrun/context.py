"""What a task gets as its first argument: it runs commands, in the folder of the tasks file."""
import contextlib
import os
import subprocess
import sys
from dataclasses import dataclass

from taskrun.errors import TaskError


@dataclass(frozen=True)
class Result:
    command: str
    code: int
    output: str = ""

    @property
    def ok(self):
        return self.code == 0

    def __bool__(self):
        return self.ok


class CommandFailed(TaskError):
    def __init__(self, result):
        super().__init__(f"{result.command!r} ended with exit code {result.code}")
        self.result = result
        self.exit_code = result.code if 0 < result.code < 256 else 1


class Context:
    """Runs commands and remembers what is the same for all of them."""

    def __init__(self, folder=".", echo=False, dry=False):
        self.folder, self.echo, self.dry = os.path.abspath(folder), echo, dry
        self.variables = {}
        self.prefixes = []

    def run(self, command, hide=False, warn=False):
        """Runs a shell command. `hide`: keeps its output in the result; `warn`: failure is no error."""
        command = " && ".join([*self.prefixes, command])
        if self.echo or self.dry:
            print(f"> {command}", flush=True)
        if self.dry:
            return Result(command, 0)
        sys.stdout.flush()
        done = subprocess.run(command, shell=True, cwd=self.folder, env=dict(os.environ, **self.variables),
                              stdout=subprocess.PIPE if hide else None, text=True)
        result = Result(command, done.returncode, done.stdout or "")
        if not result and not warn:
            raise CommandFailed(result)
        return result

    @contextlib.contextmanager
    def cd(self, folder):
        """Commands of the block run in that folder."""
        before = self.folder
        self.folder = os.path.join(before, folder)
        try:
            yield
        finally:
            self.folder = before

    @contextlib.contextmanager
    def prefix(self, command):
        """Commands of the block run behind that one."""
        self.prefixes.append(command)
        try:
            yield
        finally:
            self.prefixes.pop()

    @contextlib.contextmanager
    def environment(self, **variables):
        """Commands of the block see these variables."""
        before = self.variables
        self.variables = {**before, **variables}
        try:
            yield
        finally:
            self.variables = before
