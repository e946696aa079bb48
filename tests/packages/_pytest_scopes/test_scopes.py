# Scopes, indirect parameters, fixtures that make things, logs, captured files, and what a failed assertion says.
import logging
import re
import sys
from dataclasses import dataclass

import pytest


@pytest.mark.last
def test_last(a_session):
    assert a_session == "session:session"


class TestScopes:
    def test_first(self, a_module, a_class, a_function):
        assert (a_class, a_function) == ("class:class", "function:function")

    @pytest.mark.usefixtures("a_function")
    def test_second(self, a_class):
        assert a_class


def test_number(number, who):
    assert number in (10, 20) and who == "outer"


def test_word(word):
    assert word.isalpha()


@pytest.mark.parametrize("doubled, result", [(1, 2), ("a", "aa")], indirect=["doubled"])
def test_indirect(doubled, result):
    assert doubled == result


@pytest.mark.parametrize("n", [pytest.param(1, marks=pytest.mark.xfail), 2, pytest.param(3, marks=pytest.mark.skip)])
def test_marked(n):
    assert n == 2


@pytest.mark.xfail(strict=True, reason="should fail, and does not")
def test_strict():
    pass


@pytest.mark.skipif(sys.version_info < (3, 11), reason="old")
def test_not_skipped(tmp_path_factory, capfd):
    folder = tmp_path_factory.mktemp("data")
    (folder / "x").write_text("1")
    print((folder / "x").read_text())
    assert capfd.readouterr().out == "1\n" and re.match(r"data\d+", folder.name)


def test_log(caplog):
    with caplog.at_level(logging.INFO, logger="mine"):
        logging.getLogger("mine").info("hello %s", "log")
    assert caplog.record_tuples == [("mine", logging.INFO, "hello log")]


def test_patch(monkeypatch):
    import os.path
    monkeypatch.setattr("os.path.isdir", lambda path: "patched")
    monkeypatch.setitem(os.environ, "ABC", "1")
    monkeypatch.delattr(os.path, "isfile")
    assert os.path.isdir("x") == "patched" and not hasattr(os.path, "isfile")


@dataclass
class Pair:
    left: int
    right: str


def test_says_money(maker):
    assert maker(3) == maker(4)


def test_says_dataclass():
    assert Pair(1, "a") == Pair(1, "b")


def test_says_set():
    assert {1, 2, 3} == {3, 4}


def test_says_list():
    assert [0, 1, 2, 3] == [0, 1, 5, 3, 4]


def test_says_in():
    text = "some longer text"
    assert "missing" in text and not text.startswith("some")


def test_says_chain():
    x, y = 5, [1]
    assert 1 < x < len(y) + 3, f"{x} is too much"


def test_says_attributes(maker):
    money = maker(7)
    assert money.amount == max([1, 2]) + abs(-3)
    assert all(n < 3 for n in [1, 2, 3])


def test_says_all():
    assert all(n < 3 for n in [1, 2, 3])


def test_raises_nothing():
    with pytest.raises((KeyError, ValueError)):
        pass


def test_raises_other():
    with pytest.raises(ValueError, match="^right$"):
        raise ValueError("wrong")


def test_fails_deep():
    def inner(n):
        if n == 0:
            pytest.fail("deep down")
        inner(n - 1)
    inner(2)
