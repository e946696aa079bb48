"""Finding the code that the user means. Nothing is run: files are compiled only."""
import linecache
import pathlib


class TargetError(Exception):
    """There is no such code; the message says so in one line."""


class Source:
    """A code object together with the text that it was made of."""

    def __init__(self, text, name):
        self.lines = text.splitlines()
        try:
            self.code = compile(text, name, "exec", dont_inherit=True)
        except (SyntaxError, ValueError) as error:
            line = f", line {error.lineno}" if getattr(error, "lineno", None) else ""
            raise TargetError(f"{name}{line}: {getattr(error, 'msg', error)}") from error
        linecache.cache[name] = (len(text), None, [line + "\n" for line in self.lines], name)

    @classmethod
    def of_file(cls, path):
        try:
            return cls(pathlib.Path(path).read_text(encoding="utf-8"), str(path))
        except OSError as error:
            raise TargetError(f"{path}: {error.strerror}") from error
        except UnicodeDecodeError as error:
            raise TargetError(f"{path}: not UTF-8") from error

    def line(self, number):
        return self.lines[number - 1] if number and 0 < number <= len(self.lines) else ""

    def find(self, name):
        """The code of a function or class by its dotted name: `Stack.push`; `<listcomp>` and the like, too."""
        code = self.code
        for part in name.split("."):
            if part == "<locals>":
                continue
            inner = [constant for constant in code.co_consts
                     if hasattr(constant, "co_code") and constant.co_name == part]
            if not inner:
                known = sorted({constant.co_name for constant in code.co_consts if hasattr(constant, "co_code")})
                raise TargetError(f"no {part!r} in {code.co_name}" + (f"; there is {', '.join(known)}" if known else ""))
            code = inner[-1]        # the last definition is the one that counts
        return code
