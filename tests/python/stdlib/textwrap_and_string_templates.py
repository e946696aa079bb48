"""textwrap over odd widths and options; string.Template, capwords, Formatter subclasses, constants."""
import string
import textwrap
text = "  The quick brown-fox jumps over  the lazy dog.\nAnd   a-very-long-hyphenated-word supercalifragilistic. The end."
for options in ({"width": 20}, {"width": 10, "break_long_words": False}, {"width": 15, "break_on_hyphens": False}, {"width": 30, "initial_indent": "* ", "subsequent_indent": "  "}, {"width": 12, "max_lines": 3}, {"width": 25, "max_lines": 2, "placeholder": "~"}, {"width": 20, "replace_whitespace": False, "drop_whitespace": False}, {"width": 40, "fix_sentence_endings": True}, {"width": 8, "tabsize": 4, "expand_tabs": False}, {"width": 1}):
    print(options, textwrap.wrap(text, **options))
for bad in ({"width": 0}, {"width": -5}, {"width": 5, "max_lines": 1, "placeholder": "too long here"}, {"nonsense": 1}):
    try:
        textwrap.wrap(text, **bad)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(repr(textwrap.dedent("\n    a\n      b\n\n    c\n")), repr(textwrap.dedent("\ta\n    b")), repr(textwrap.indent("a\n\nb\n", "> ")), repr(textwrap.indent("a\n\nb", "-", lambda line: True)), textwrap.shorten("hello  wide   world of words", 18), textwrap.shorten("hello", 2, placeholder=""), textwrap.fill("a b c d e f", 5), textwrap.wrap(""), textwrap.wrap("  "))
t = string.Template("$who owes ${amount}$$ to $$me, ${who}ish $missing")
print(t.safe_substitute(who="Bob", amount=5), t.get_identifiers() if hasattr(t, "get_identifiers") else None, t.is_valid() if hasattr(t, "is_valid") else None)
for template, arguments in (("$a", {}), ("$", {}), ("${}", {}), ("$1", {}), ("${a b}", {}), ("$a $b", {"a": 1}), ("$é", {"a": 1}), ("$A", {"a": 1}), ("line\n $ x", {})):
    try:
        print(string.Template(template).substitute(arguments))
    except (KeyError, ValueError) as error:
        print(template, type(error).__name__, error)


class Percent(string.Template):
    delimiter = "%"
    idpattern = "[a-z]+_[a-z]+"


print(Percent("%a_b %not $a").safe_substitute(a_b="yes"), Percent("%a_b").substitute({"a_b": 1}, a_b=2))
print(string.capwords("  hello   wORLD-x "), string.capwords("a-b-c", "-"), string.ascii_letters, string.punctuation, repr(string.whitespace), string.hexdigits, len(string.printable))


class Loud(string.Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, f"<{key}>") if isinstance(key, str) else super().get_value(key, args, kwargs)

    def convert_field(self, value, conversion):
        return str(value).upper() if conversion == "u" else super().convert_field(value, conversion)

    def format_field(self, value, spec):
        return value[::-1] if spec == "rev" else super().format_field(value, spec)

    def check_unused_args(self, used, args, kwargs):
        print("used", sorted(map(str, used)))


print(Loud().format("{0} {name} {x!u} {y:rev} {{}} {:>4}" if False else "{0} {name} {x!u} {y:rev} {{}}", "pos", x="ab", y="abc"))
for f, a in (("{} {}", (1,)), ("{0} {}", (1, 2)), ("{!z}", (1,)), ("{", ()), ("}", ()), ("{a.b}", (1,)), ("{0[x]}", ({"x": 5},)), ("{0.real:{1}}", (3, ">4"))):
    try:
        print(string.Formatter().format(f, *a))
    except Exception as error:
        print(f, type(error).__name__, error)
