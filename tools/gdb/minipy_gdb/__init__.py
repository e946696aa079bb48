"""minipy in gdb: Python's side of a process that runs minipy.

Importing the package in gdb registers everything: pretty-printers for pointers to objects (`printers`), and the
commands `py-...` (`looking`, `stopping`); `help minipy` lists them. gdb finds the package by the file
minipy-gdb.py beside the binary.

Nothing is called in the process: the scripts read its memory by the layouts that the binary describes
(src/vm/debugger.cpp), so they work on a core file and after a crash too. Only breakpoints and steps write: what
to stop at (`stopping`).
"""
import sys

import gdb

if sys.version_info[:2] == (3, 11):
    from . import looking, printers, stopping

    gdb.pretty_printers.append(printers.printer_for)
else:
    # The bytecode is 3.11's, and these scripts read it with the modules `dis` and `opcode` of gdb's own Python.
    print("minipy's scripts need a gdb built with Python 3.11, as Debian 12's is; they are not loaded.")
