# Fixtures, parameters, marks, capturing, monkeypatching, temporary folders, and assertions that fail on purpose.
import os
import sys
import unittest
import warnings

import pytest


@pytest.mark.parametrize("left, right, result", [(1, 2, 3), ("a", "b", "ab"), pytest.param([1], [2], [1, 2], id="lists")])
def test_addition(left, right, result):
    assert left + right == result


@pytest.mark.parametrize("x", [1, 2])
@pytest.mark.parametrize("y", "ab")
def test_product(x, y):
    assert y * x in ("a", "b", "aa", "bb")


def test_container(container):
    assert list(container([1, 2])) == [1, 2]


def test_resource(resource, log):
    assert resource == "resource" and log[-1] == "open"


def test_after(log):
    assert log == ["open", "close"]


def test_raises():
    with pytest.raises(ValueError, match=r"invalid literal .* 'x'") as caught:
        int("x")
    assert caught.type is ValueError


def test_warns():
    with pytest.warns(UserWarning, match="careful"):
        warnings.warn("careful")


def test_approx():
    assert 0.1 + 0.2 == pytest.approx(0.3)
    assert [0.1 + 0.2, 1] == pytest.approx([0.3, 1])


def test_capture(capsys):
    print("out")
    print("err", file=sys.stderr)
    assert capsys.readouterr() == ("out\n", "err\n")


def test_monkeypatch(monkeypatch, tmp_path):
    monkeypatch.setenv("SOME_NAME", "value")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("text")
    assert os.environ["SOME_NAME"] == "value" and os.listdir() == ["file"]


@pytest.mark.skip(reason="not today")
def test_skipped():
    assert False


@pytest.mark.xfail(reason="known", raises=ZeroDivisionError)
def test_expected():
    1 / 0


@pytest.mark.slow
def test_slow():
    pytest.skip("in the middle")


class TestClass:
    @pytest.fixture(autouse=True)
    def prepare(self):
        self.value = 3

    def test_value(self):
        assert self.value == 3


class Old(unittest.TestCase):
    def setUp(self):
        self.items = [1]

    def test_items(self):
        self.assertEqual(self.items, [1])


def test_fails_with_text():
    text = "first\nsecond\nthird"
    assert text == "first\nother\nthird"


def test_fails_with_containers():
    got = {"a": [1, 2, {"deep": None}], "b": 5}
    assert got == {"a": [1, 2, {"deep": 0}], "c": 5}


def test_fails_with_calls():
    def twice(x):
        return 2 * x
    assert twice(4) < len("seven") or not twice(1), "a message"


def test_fails_with_exception():
    {}["missing"]


@pytest.fixture
def broken():
    raise RuntimeError("fixture")


def test_error(broken):
    pass
