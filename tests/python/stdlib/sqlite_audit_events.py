# The audit events of sqlite3, and a hook that forbids.
import sqlite3
import sys

forbidden = ""


def hook(event, arguments):
    if event.startswith("sqlite3"):
        print(event, [argument if isinstance(argument, (str, bytes, bool)) else type(argument).__name__ for argument in arguments])
        if event == forbidden:
            raise PermissionError(event)


sys.addaudithook(hook)
connection = sqlite3.connect(":memory:")
sqlite3.connect(b":memory:", timeout=1).close()
connection.enable_load_extension(True)
connection.enable_load_extension(False)
for action in (lambda: connection.load_extension("nothing"), lambda: sqlite3.connect(5), lambda: sqlite3.connect("/no/such/folder/x")):
    try:
        action()
    except Exception as error:
        print(type(error).__name__)
for forbidden in ("sqlite3.connect", "sqlite3.connect/handle", "sqlite3.load_extension", "sqlite3.enable_load_extension"):
    for action in (lambda: sqlite3.connect(":memory:"), lambda: connection.load_extension("nothing"),
                   lambda: connection.enable_load_extension(True)):
        try:
            print(type(action()).__name__)
        except Exception as error:
            print(type(error).__name__, error if isinstance(error, PermissionError) else "")
