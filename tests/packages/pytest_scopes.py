# pytest: scopes of fixtures, hooks, indirect parameters, explanations of assertions, selection, reports as XML.
import os
import pathlib
import re
import shutil
import sys
import tempfile
import xml.etree.ElementTree as tree

import pytest

sys.dont_write_bytecode = True
os.environ.update(COLUMNS="100", PY_COLORS="0")
os.environ.pop("PYTEST_ADDOPTS", None)
suite = pathlib.Path(__file__).parent / "_pytest_scopes"
os.chdir(suite)


class Plain:
    """What the reporter writes, without times."""

    def __init__(self, stream):
        self.stream = stream

    def write(self, text):
        text = re.sub(r"-+ generated xml file: \S+ -+", "generated xml file", text)
        return self.stream.write(re.sub(r"=* ?(.*)in [0-9.]+s( \([0-9:]+\))? ?=*", r"\1in N s", text))

    def __getattr__(self, name):
        return getattr(self.stream, name)


def run(*words):
    print("$ pytest", *[word for word in words if not word.startswith("--junitxml")])
    code = pytest.main(["-p", "no:cacheprovider", "--rootdir", str(suite), "-c", "/dev/null", "--no-header",
                        "-W", "ignore", *words])
    print("->", int(code))
    for name in [name for name in sys.modules if "conftest" in name or name.startswith("test_")]:
        del sys.modules[name]       # the next run begins anew


sys.stdout = Plain(sys.stdout)
run("-v", "-rA", "--words", "one,two,3")
run("-q", "-k", "says and not list", "--tb=line")
run("-q", "--maxfail=2", "--tb=no", "-ra", "test_scopes.py")
run("-q", "-k", "Scopes", "--setup-show")
run("-q", "test_scopes.py::test_number", "--durations=0", "--collect-only")
run("-q", "test_scopes.py::test_number[second]", "inner/test_inner.py::test_override")
run("-q", "no_such_file.py")
report = pathlib.Path(tempfile.mkdtemp(), "report.xml")
run("-q", "-k", "marked or chain", "--tb=short", f"--junitxml={report}")
root = tree.parse(report).getroot()[0]
shutil.rmtree(report.parent)
print({key: root.get(key) for key in ("tests", "failures", "errors", "skipped")})
print([(case.get("name"), [(child.tag, child.get("message")) for child in case]) for case in root.iter("testcase")])
