"""Syntax errors of expressions: message, line, columns, text, one line each."""
TEXTS = ["1 +", "+", "(1", "1)", "[1, 2", "{1: 2", "{1:", "{1: 2, 3}", "{1, 2: 3}", "{1: *a}", "{**a: 1}", "f(",
         "f(,)", "f(a,,b)", "f(a b)", "f(a for a in b, c)", "f(c, a for a in b)", "f(a=1, a=2)", "f(a=1, b)",
         "f(**a, *b)", "f(1=2)", "f(a.b=1)", "f(None=1)", "f(a, b=)",
         "f(True=1)", "f((a)=1)", "f(a=b for b in c)", "a b", "a 1", "1 a", "1.2.3", "1__0", "1_", "0777",
         "0b12", "0o8", "0xg", "1e", "1e+", "0b", "0x", "1j2", "99a", "1_a", "'abc", "'''abc", "b'é'",
         "b'a' 'b'", "u'a' b'c'", "\"a\nb\"", "'a\\", "f'{'", "f'{a", "rb'", "a.1", "a.", ".a", "a..b", "a.b.",
         "a[", "a[]", "a[1:2:3:4]", "a[*]", "a[b=1]", "a if b",
         "a if b else", "if a else b", "a else b", "lambda", "lambda:", "lambda a", "lambda a b: 1",
         "lambda a=1, b: 1", "lambda *: 1", "lambda *a, *b: 1", "lambda **a, b: 1", "lambda a, a: 1",
         "lambda (a, b): 1", "lambda 1: 2", "not", "a not b", "a not", "a is", "a in", "a <> b", "a === b",
         "a =< b", "a => b", "a && b", "a || b", "!a", "a!", "a ! b", "a++", "++", "a--", "a ? b : c",
         "a $ b", "a ? b", "`a`", "@a", "a @", "a ** ** b", "a // // b", "a := 1", "(a := )", "(:= 1)",
         "(a = 1)", "[a = 1]", "{a = 1}", "a = = b", "a = 1 = b", "1 = a", "a + b = c", "f() = 1", "a.b() = 1",
         "(a, 1) = b", "[a, f()] = b", "a if b else c = 1", "lambda: a = 1", "-a = 1", "not a = 1", "a < b = 1",
         "a and b = 1", "None = 1", "True = 1", "... = 1", "'a' = 1", "f'{a}' = 1",
         "{} = 1", "{a} = 1", "{a: b} = 1", "(a for a in b) = 1", "[a for a in b] = 1", "(yield) = 1",
         "__debug__ = 1", "(a) += 1", "(a, b) += 1", "[a] += 1", "f() += 1", "1 += 1", "None += 1",
         "a = b += 1", "a += b = 1", "a += ", "a =", "= a", "*a", "*a, = ", "*a = b", "*(a, b) = c", "**a",
         "a, *", "a = *", "print a", "print 'a', b", "exec 'a'", "print(a", "await", "yield =", "(a b)",
         "(a, b c)",
         "[a b]", "{a b}", "(a; b)", "[a; b]", "(a\nb)", "(a,\n b c)", "(", "[", "{", ")", "]", "}", "(]", "[}",
         "{)", "([)]", "((a)", "a)\nb", "a\\", "a \\ b", "a\\\n", "\\", "\u00a0a", "a\u2013b", "‘a’", "“a”",
         "a；b", "é$", "\x00", "a\x01b", "€", "a€"]
for text in TEXTS:
    try:
        compile(text, "<t>", "exec")
        print(ascii(text), "accepted")
    except SyntaxError as error:
        print(ascii(text), "->", type(error).__name__, ascii(error.msg), error.lineno, error.offset,
              error.end_lineno, error.end_offset, ascii(error.text))
    except ValueError as error:
        print(ascii(text), "->", type(error).__name__, error)
