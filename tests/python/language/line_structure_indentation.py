"""Physical and logical lines: backslashes, semicolons, form feeds, comments, blank lines, CR and CRLF, tabs,
no last newline (indentation)."""
from _line_structure import show_sources

SOURCES = [
    "  # only\n", "if 1: x = 1\nelse: y = 2", "if 1:\n  x = 1\n y = 2", "  x = 1", "x = (1,\n2,\n  3)",
    "x = [1 # c\n, 2]", "x = {\n}", "def f():\n  pass\n\n\nx = 2",
    "if 1:\n  if 1:\n    x = 1\n  y = 2\nz = 3", "x = 1\n  \ny = 2", "\ufeffx = 1", "x = 1\x1a",
    "x = 1\n\x00", "if 1:\n  x = 1\n  # c\n # d\n", "while 0: pass\nelse: x = 1", "x = 1 if 1 \\\nelse 2",
    "# -*- coding: latin-1 -*-\nx = 'é'", "\\\nx = 1", "if 1:\n  \\\nx = 1\n", "try: x = 1\nfinally: y = 2",
    "x = 1\\", "if 1:\n",
]
show_sources(SOURCES)
