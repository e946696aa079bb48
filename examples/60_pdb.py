"""pdb: the debugger of the library, driven here by a script instead of a keyboard."""
import io
import pdb
import sys


def average(numbers):
    total = 0
    for n in numbers:
        total += n
    return total / len(numbers)


def report(groups):
    return {name: average(numbers) for name, numbers in groups.items()}


class Scripted(pdb.Pdb):
    """Commands come from a text; each is shown behind the prompt, as on a terminal."""

    def __init__(self, commands):
        self.commands = io.StringIO(commands)
        super().__init__(stdin=self.commands, stdout=sys.stdout, nosigint=True, readrc=False)
        self.use_rawinput = False
        self.prompt = "(pdb) "

    def precmd(self, line):
        print(line)
        return super().precmd(line)


first = average.__code__.co_firstlineno
print("--- a breakpoint, and a look around")
Scripted(f"""\
break {first + 3}, n == 4
continue
where
args
p total, n
list {first}, {first + 4}
up
p name
down
next
step
!total = 100
continue
""").runcall(report, {"a": [1, 2], "b": [4, 6]})

print("--- stepping, and what it displays on the way")
debugger = Scripted("""\
next
display total
next
next
until 14
return
continue
""")
print("result", debugger.runcall(average, [10, 20]))

print("--- after the fact")
try:
    average([])
except ZeroDivisionError as error:
    post_mortem = Scripted("p numbers\np total\nwhatis numbers\nbad name\nquit\n")
    post_mortem.reset()
    post_mortem.interaction(None, error.__traceback__)
