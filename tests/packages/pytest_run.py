# pytest: a small suite with fixtures, parameters, rewritten assertions, failures and errors.
import os
import pathlib
import re
import sys

import pytest

sys.dont_write_bytecode = True
os.environ.update(COLUMNS="100", PY_COLORS="0")
os.environ.pop("PYTEST_ADDOPTS", None)
suite = pathlib.Path(__file__).parent / "_pytest_suite"
os.chdir(suite)
options = ["-p", "no:cacheprovider", "--rootdir", str(suite), "-c", "/dev/null"]


class Plain:
    """What the reporter writes, without times."""

    def __init__(self, stream):
        self.stream = stream

    def write(self, text):
        text = re.sub(r"=* ?(.*)in [0-9.]+s( \([0-9:]+\))? ?=*", r"\1in N s", text)
        return self.stream.write(re.sub(r"[0-9.]+s (call|setup|teardown) +\S+\n", "", text))

    def __getattr__(self, name):
        return getattr(self.stream, name)


sys.stdout = Plain(sys.stdout)
print(int(pytest.main([*options, "--no-header", "-rA", "-v", "-W", "error::DeprecationWarning", "."])))
print(int(pytest.main([*options, "-q", "-k", "addition or Old", "--collect-only"])))
print(int(pytest.main([*options, "-q", "-x", "-m", "not slow", "--tb=short", "-k", "fails"])))
