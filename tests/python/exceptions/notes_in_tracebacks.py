"""__notes__ in printed tracebacks: several lines, wrong types, groups, chains, deleted and replaced lists."""
import sys
import traceback


def show(error):
    print("".join(traceback.format_exception(error)), end="")
    sys.stdout.flush()
    print("==")


e = ValueError("text")
for note in ("one line", "two\nlines", "", "\n", " indented", "trailing\n", "ünï"):
    e.add_note(note)
show(e)
for bad in (3, None, b"x", ["a"]):
    try:
        e.add_note(bad)
    except TypeError as error:
        print(error)
try:
    e.add_note()
except TypeError as error:
    print(error)
print(e.__notes__, e.__dict__)
for notes in ([], "a string", 5, [1, None, "x"], ("tuple",), {"k": 1}, None, [ValueError("v")], b"bytes",
              iter("ab")):
    e.__notes__ = notes
    show(e)
e.__notes__ = "text"
try:
    e.add_note("x")
except TypeError as error:
    print(error)
del e.__notes__
e.add_note("back")
show(e)


class BadStr:
    def __str__(self):
        raise ZeroDivisionError("str")

    def __repr__(self):
        return "<bad>"


class BadBoth(BadStr):
    __repr__ = BadStr.__str__


e.__notes__ = [BadStr(), BadBoth()]
show(e)


def chain():
    try:
        try:
            raise KeyError("first")
        except KeyError as error:
            error.add_note("note of the first")
            raise ValueError("second") from error
    except ValueError as error:
        error.add_note("note of the second")
        return error


show(chain())
inner = ExceptionGroup("inner", [TypeError("t")])
inner.add_note("inner note\nwith two lines")
inner.exceptions[0].add_note("leaf note")
outer = ExceptionGroup("outer", [inner, chain()])
outer.add_note("outer note")
show(outer)
s = SyntaxError("bad", ("file", 1, 2, "some text\n", 1, 4))
s.add_note("syntax note")
show(s)
k = KeyError("quoted")
k.add_note("of key error")
sys.excepthook(KeyError, k, None)
raise ExceptionGroup("uncaught", [k])
# exit code 1
