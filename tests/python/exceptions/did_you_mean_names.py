"""Suggestions of NameError, AttributeError and ImportError: near and far names, long ones, private ones, all
scopes (names)."""
import collections
import sys
import traceback

from _did_you_mean import *

for text in (
    "collections.namedtupl", "collections.OrderedDic", "WithInstance().instance_valu",
    "WithInstance().from_di", "NoDir().some_valu", "None.foo", "None.__clas__", "int.from_byte",
    "thing.atribute.more", "type.mr", "''.encode.__nam__", "thing.a" * 1, "thing." + "a" * 50,
    "thing." + "attribute" * 4, "sys.stdout.wrte", "scopes.__nam__", "(lambda: 0).__cod__", "thing.__slot__",
):
    last(lambda: eval(text))
for text in ("from collections import namedtuples", "from sys import pth", "import colections",
             "import collections.ab",
             "from math import pii", "from os import no_such_thing_at_all", "from . import x",
             "import sys.path",
             "from __future__ import nothing"):
    try:
        last(lambda: exec(text, {"__name__": "m"}))
    except SyntaxError as error:
        print(error)


def assign():
    thing.attribut = 1


last(assign)


def delete():
    del thing.attribut


last(delete)


class Custom:
    def __getattr__(self, name):
        raise AttributeError(f"custom {name}")
    value = 1


last(lambda: Custom().valu)


class WithArgs:
    def __getattr__(self, name):
        raise AttributeError(f"custom {name}", name=name, obj=self)
    value = 1


last(lambda: WithArgs().valu)


def raised_by_hand():
    raise NameError("by hand", name="module_levl_name")


last(raised_by_hand)


def raised_without():
    raise NameError("name 'prnt' is not defined")


last(raised_without)
print(AttributeError("x", name="n", obj=3).name, NameError("x").name, ImportError("m", name="a", path="b").path)
abcdef = 1
print(abcdeg)
# exit code 1
