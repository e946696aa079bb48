# str: changing case and asking for classes of characters, in and out of ASCII.
samples = ["", "abc", "ABC", "aBc 1", "\xdf", "\u0130", "\ufb01", "\u03a3\u03a3", "a\u03a3", "\u1e9e", "1\xb2\u0663", "\u4e2d",
           "_a1", "1a", "a-b", " \t", "\u2003", "\x85", "\U00010428", "\u01c5x", "don't stop", "x\u0345", "\xaa", "\xe9t\xe9",
           "\ud800", "\x00", "\u00b5", "\u1fb3", "hello World"]
methods = ["upper", "lower", "title", "capitalize", "swapcase", "casefold", "isalpha", "isdigit", "isdecimal", "isnumeric",
           "isalnum", "isidentifier", "islower", "isupper", "istitle", "isspace", "isprintable", "isascii"]
for sample in samples:
    print(ascii(sample), *(ascii(getattr(sample, method)()) for method in methods))
for method in methods:
    try:
        getattr("a", method)(1)
    except TypeError as error:
        print(error)
