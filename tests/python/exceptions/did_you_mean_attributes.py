"""Suggestions of NameError, AttributeError and ImportError: near and far names, long ones, private ones, all
scopes (attributes)."""
import collections
import sys
import traceback

from _did_you_mean import *

for text in (
    "thing.atribute", "thing.ATTRIBUTE", "thing.attribut", "thing.x", "thing.privat", "thing.private",
    "thing.methdo", "thing.method()", "thing.bare()", "thing.bare_method()", "thing.color", "Thing.colur",
    "''.uper", "[].apend", "{}.key", "(1).rea", "sys.maxsiz", "sys.nothing_like_it",
):
    last(lambda: eval(text))
