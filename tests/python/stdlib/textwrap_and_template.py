"""textwrap with every option, dedent and indent of odd texts; string.Template, Formatter, capwords and
constants."""
import string
import textwrap


def attempt(function, *args, **kw):
    try:
        return function(*args, **kw)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


text = "Hello there -- you goof-ball, use the -b option!  A verylongwordthatdoesnotfit in\tit.\n\n  Second paragraph: x-y-z (em-dashes--like this)."
for kw in ({}, {"width": 10}, {"width": 1}, {"width": 20, "break_long_words": False},
           {"width": 20, "break_on_hyphens": False}, {"width": 20, "initial_indent": "* ",
                                                      "subsequent_indent": "    "},
                                                      {"width": 20, "expand_tabs": False},
                                                      {"width": 20, "replace_whitespace": False},
                                                      {"width": 20, "drop_whitespace": False},
                                                      {"width": 20, "fix_sentence_endings": True},
                                                      {"width": 20, "max_lines": 2},
                                                      {"width": 20, "max_lines": 2, "placeholder": "~"},
                                                      {"width": 5, "max_lines": 1, "placeholder": " too long"},
                                                      {"width": 0}, {"width": -3}, {"width": 12, "tabsize": 2},
                                                      {"width": 8, "initial_indent": "123456789"}):
    print(kw, attempt(textwrap.wrap, text, **kw))
print(textwrap.fill("a b c", 3), textwrap.wrap(""), textwrap.wrap("   "), textwrap.fill(""),
      attempt(textwrap.wrap, 5), attempt(textwrap.wrap, "x", nope=1), textwrap.wrap("a" * 25, 10),
      textwrap.wrap("é" * 12 + " ü", 5), textwrap.wrap("one-two-three", 5))
for t, w in (("Hello  world!", 12), ("Hello  world!", 11), ("Hello", 3), ("", 5), ("a b c d", 6)):
    print(repr(attempt(textwrap.shorten, t, width=w)), repr(attempt(textwrap.shorten, t, width=w,
                                                                    placeholder="...")))
for t in ("  a\n  b", "  a\n b\n   c", "\ta\n  b", "  a\n\n  b\n", "   \n  a\n ", "a\n  b", "", "\n",
          "  a\\\n  b", " \t a\n \t b", "  \r\n  a"):
    print(repr(t), repr(textwrap.dedent(t)), repr(textwrap.indent(t, "> ")),
          repr(textwrap.indent(t, "+", lambda l: True)))
T = string.Template
for template, mapping in (("$a ${b} $$", {"a": 1, "b": 2}), ("$missing", {}), ("${", {}), ("$1", {}), ("$", {}),
                          ("a$", {}), ("${a b}", {"a b": 1}), ("$aé", {"a": 1}),
                          ("$_x $A1", {"_x": 1, "A1": 2}), ("line\n$ bad", {}), ("$$a", {}),
                          ("${a}b$a.c", {"a": "x"}), ("$é", {"é": 1}), ("", {}), ("$a", [1])):
    print(repr(template), repr(attempt(T(template).substitute, mapping)),
          repr(attempt(T(template).safe_substitute, mapping)), T(template).is_valid(),
          attempt(T(template).get_identifiers))
print(attempt(T("$a $b").substitute, {"a": 1}, b=2), attempt(T("$a").substitute, {"a": 1}, a=2),
      attempt(T("$self").substitute, self=5), attempt(T("x").substitute, 1, 2), T("x").template, attempt(T, 5))
class P(T):
    delimiter, idpattern, braceidpattern = "%", "[a-z.]+", "[0-9]+"
print(P("%a.b %{12} %% %A").safe_substitute({"a.b": 1, "12": 2}), attempt(P("%A").substitute))
f = string.Formatter()
print(f.format("{0} {x!r:>5} {} " if False else "{0} {x!r:>5}", 1, x="q"), attempt(f.format, "{}{0}", 1),
      attempt(f.format, "{a}"), attempt(f.format, "{0}"), attempt(f.format), list(f.parse("a{b!c:d}{{e}}{f}")),
      f.vformat("{a[0]}", (), {"a": "xy"}), attempt(f.format, "{0!z}", 1), f.get_field("0.real", (5,), {}),
      attempt(f.vformat, "{0:{0:{0}}}", (1,), {}), attempt(list, f.parse("{")), attempt(list, f.parse("}")),
      attempt(list, f.parse("{a!}")))
class Partial(string.Formatter):
    def get_value(self, key, args, kw): return kw.get(key, f"<{key}>") if isinstance(key,
        str) else super().get_value(key, args, kw)
    def check_unused_args(self, used, args, kw): print("unused", sorted(set(kw) - used), end=" ")
    def convert_field(self, value,
                      conversion): return value.upper() if conversion == "u" else super().convert_field(value,
                          conversion)
    def format_field(self, value,
                     spec): return spec.join(value) if spec and spec[0] == "," else super().format_field(value,
                         spec)
print(Partial().format("{a!u}{b}{c:,-}", a="x", c="xyz", d=1))
print(string.capwords("  hello   wORLD foo "), string.capwords("a-b-c", "-"), string.ascii_letters,
      string.digits, string.hexdigits, string.octdigits, repr(string.punctuation), repr(string.whitespace),
      len(string.printable))
