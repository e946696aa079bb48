# The history of readline: positions, files, limits, errors. No terminal is needed for it.
import os
import readline
import tempfile


def attempt(function, *arguments):
    try:
        print(function.__name__, arguments, "->", function(*arguments))
    except Exception as error:
        print(function.__name__, arguments, type(error).__name__, error)


def lines():
    return [readline.get_history_item(i + 1) for i in range(readline.get_current_history_length())]


readline.clear_history()
print(readline.get_current_history_length(), readline.get_history_item(1), readline.get_history_length())
for text in ("first", "zweite", "dritte \xe9\u20ac", "dritte \xe9\u20ac", "\udcff raw"):
    readline.add_history(text)
print([text.encode("utf-8", "surrogateescape") for text in lines()])
for index in (0, -1, 6, 1):
    attempt(readline.get_history_item, index)
attempt(readline.remove_history_item, 1)
attempt(readline.remove_history_item, 9)
attempt(readline.remove_history_item, -1)
attempt(readline.replace_history_item, 0, "FIRST")
attempt(readline.replace_history_item, 7, "none")
attempt(readline.replace_history_item, -7, "none")
attempt(readline.replace_history_item, 0, 5)
attempt(readline.replace_history_item, -1, 5)
attempt(readline.add_history, "a\0b")
attempt(readline.add_history, None)
attempt(readline.add_history)
attempt(readline.remove_history_item, "0")
attempt(readline.get_history_item, 2**40)
attempt(readline.set_history_length, 1.5)
readline.remove_history_item(3)
print(lines())

with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    attempt(readline.read_history_file, "missing")
    readline.write_history_file("one")
    print(open("one", encoding="utf-8").read())
    attempt(readline.append_history_file, -1, "one")
    attempt(readline.append_history_file, 1, "two")
    open("two", "w").close()
    readline.append_history_file(2, b"two")
    print(open("two", encoding="utf-8").read())
    readline.set_history_length(1)
    readline.append_history_file(3, "two")
    print(open("two", encoding="utf-8").read(), readline.get_history_length())
    readline.set_history_length(-1)
    readline.read_history_file("one")
    print(lines())
    attempt(readline.write_history_file, "no/such/folder")
    attempt(readline.read_history_file, 3.5)
    os.chdir("/")

# A surrogate that stands for no octet.
for text in ("\ud800", "a\ud800\ud801b", "\U0001f600\ud800", "a\0\ud800", "\udc80"):
    for function in (readline.add_history, readline.insert_text, readline.set_completer_delims):
        try:
            print(function(text))
        except ValueError as error:
            print(type(error).__name__, ascii(error.args))
    try:
        readline.replace_history_item(0, text)
    except ValueError as error:
        print(type(error).__name__, ascii(error.args))
