# Format strings, templates and patterns that nest or ask for the impossible.
import re
import string


def attempt(name, action):
    try:
        result = action()
        print(name, len(result) if hasattr(result, "__len__") else result)
    except Exception as error:
        print(name, type(error).__name__, str(error)[:60])


for spec in ("{:{}}", "{:{:{}}}", "{0:{0}}", "{!x}", "{", "}", "{:%s}" % ("9" * 30), "{:.99999999999}", "{:>2147483648}",
             "{0[a]}", "{0.real.imag.real.imag}", "{0[%s]}" % ("9" * 30), "{%s}" % ("9" * 30), "{:\0>5}", "{:{{}}}"):
    attempt(spec[:20], lambda: spec.format(5, 7, 9))
attempt("many fields", lambda: ("{}" * 10_000).format(*range(10_000)))
attempt("deep fields", lambda: ("{0" + ".real" * 50_000 + "}").format(1))
attempt("deep subscripts", lambda: ("{0" + "[0]" * 20_000 + "}").format("a"))
for spec in ("%*d", "%.*d", "%(a", "%(a)", "%", "%y", "%99999999999999999999d", "%.99999999999999999999f", "%c", "%s %s"):
    attempt(spec[:20], lambda: spec % (1,))
attempt("%c", lambda: "%c" % 0x110000)
attempt("%*d", lambda: "%*d" % (2**70, 1))
attempt("%.*f", lambda: "%.*f" % (2**31, 1.0))
attempt("b%c", lambda: b"%c" % 256)
attempt("b%s", lambda: b"%s" % "a")
attempt("b%(", lambda: b"%(a)s %(b" % {b"a": b"1"})
for spec in "10000000000000000000000d", ",,d", "_,d", "=>>>", "z", "s", "c", "\ud800", "010.10f", "+s":
    attempt("format " + ascii(spec), lambda: format(12, spec))
attempt("format str", lambda: format("a", "=10"))
attempt("format complex", lambda: format(1j, "=10"))
attempt("template", lambda: string.Template("$" * 10_001).safe_substitute())
attempt("groups", lambda: re.compile("(" * 90 + ")" * 90).groups)
attempt("deep groups", lambda: re.compile("(" * 5000 + ")" * 5000).groups)
attempt("classes", lambda: re.compile("[a" * 1000))
attempt("branches", lambda: re.compile("|".join("a%d" % i for i in range(2000))).match("a1999").group())
attempt("repeats", lambda: re.compile("a{99999999999}"))
attempt("nested repeats", lambda: re.match("(?:(?:a*)*)*b", "a" * 18))
attempt("long match", lambda: re.match("(?:a|b)*c", "ab" * 100_000))
attempt("captured", lambda: re.match("(a|b)*", "ab" * 100_000).group())
attempt("lazy", lambda: re.match("(?:a|b)*?c", "ab" * 50_000 + "c").end())
attempt("look", lambda: re.compile("(?=" * 200 + ")" * 200).match("").group())
attempt("reference", lambda: re.match(r"(a*)\1" * 3, "a" * 60).group())
attempt("sub", lambda: re.sub("", "-", "a" * 100_000))
attempt("template sub", lambda: re.sub("a", r"\g<99>", "a"))
