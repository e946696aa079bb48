"""Syntax errors of expressions: message, line, columns, text, one line each (brackets and characters)."""
from _expressions import show_texts

TEXTS = [
    "*a", "*a, = ", "*a = b", "*(a, b) = c", "**a", "a, *", "a = *", "print a", "print 'a', b", "exec 'a'",
    "print(a", "await", "yield =", "(a b)", "(a, b c)", "[a b]", "{a b}", "(a; b)", "[a; b]", "(a\nb)",
    "(a,\n b c)", "(", "[", "{", ")", "]", "}", "(]", "[}", "{)", "([)]", "((a)", "a)\nb", "a\\", "a \\ b",
    "a\\\n",  "\u00a0a", "a\u2013b", "‘a’", "“a”", "a；b", "é$", "\x00", "a\x01b", "€", "a€",
]
show_texts(TEXTS)
