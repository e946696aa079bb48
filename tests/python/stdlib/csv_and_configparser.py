"""csv: quoting, escaping, dialects, sniffing, errors; configparser: sections, interpolation, converters,
writing, errors."""
import configparser
import csv
import io


def attempt(function, *args, **kw):
    try:
        return function(*args, **kw)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def written(rows, **kw):
    out = io.StringIO()
    w = csv.writer(out, **kw)
    w.writerows(rows)
    return out.getvalue()


rows = [["a", 1, 2.5, None, True], ["with,comma", 'with "quote"', "new\nline", "", " space "], [], [""],
        ["é", "\t", "'", "\\", ";"], ["single"], [None]]
for kw in ({}, {"quoting": csv.QUOTE_ALL}, {"quoting": csv.QUOTE_NONNUMERIC},
           {"quoting": csv.QUOTE_NONE, "escapechar": "\\"}, {"quoting": csv.QUOTE_NONE},
           {"delimiter": ";", "quotechar": "'", "lineterminator": "|"}, {"doublequote": False},
           {"doublequote": False, "escapechar": "!"}, {"dialect": "excel-tab"}, {"dialect": "unix"},
           {"skipinitialspace": True}, {"delimiter": ""}, {"delimiter": "ab"}, {"delimiter": 5},
           {"quotechar": None}, {"quotechar": "", "quoting": 0}, {"quoting": 9}, {"lineterminator": 5},
           {"dialect": "nope"}, {"nope": 1}, {"escapechar": "ab"}, {"quoting": "x"}, {"strict": True}):
    print(kw, [repr(attempt(written, [row], **kw)) for row in rows])
for text, kw in (('a,b\n1,"2,3"\n', {}), ('"a""b",c', {}), ('"a', {}), ('"a', {"strict": True}), ('"a"b,c', {}),
                 ('"a"b,c', {"strict": True}), ("a\\,b", {"escapechar": "\\"}),
                 ("a, b", {"skipinitialspace": True}), ("1,2.5,'x'", {"quoting": csv.QUOTE_NONNUMERIC}),
                 ("1,x", {"quoting": csv.QUOTE_NONNUMERIC}), ("'a;b';c", {"delimiter": ";", "quotechar": "'"}),
                 ('a"b"c,d', {}), ("\n\na\n", {}), ("a,b\r\nc\rd", {}), ("a\0b", {}), ('"multi\nline",x\n', {}),
                 ("", {}), (",", {}), ('""', {}), ('"a" ,b', {}), ("a\\", {"escapechar": "\\"}),
                 ('"a""', {"doublequote": False})):
    print(repr(text), kw, attempt(lambda: list(csv.reader(io.StringIO(text, newline=""), **kw))))
print(attempt(lambda: list(csv.reader(["a,b", 5]))), attempt(lambda: list(csv.reader([b"a"]))),
      attempt(csv.reader, 5), attempt(csv.writer, 5), attempt(written, [5]), attempt(written, ["abc"]),
      csv.field_size_limit(), attempt(csv.field_size_limit, "x"), sorted(csv.list_dialects()))
csv.register_dialect("mine", delimiter="|", quoting=csv.QUOTE_ALL)
print(written([["x", "y"]], dialect="mine"), csv.get_dialect("mine").delimiter,
      attempt(csv.register_dialect, 5), attempt(csv.unregister_dialect, "zz"), attempt(csv.get_dialect, "zz"),
      attempt(csv.register_dialect, "b", delimiter="\n\n"))
d = csv.DictReader(io.StringIO("a,b\n1,2,3\n4\n\n5,6"), restkey="rest", restval="-")
print(list(d), d.fieldnames, d.line_num)
out = io.StringIO()
w = csv.DictWriter(out, ["a", "b"], extrasaction="ignore", restval="?")
w.writeheader(), w.writerow({"a": 1, "z": 9})
print(repr(out.getvalue()), attempt(csv.DictWriter(out, ["a"]).writerow, {"z": 1}),
      attempt(csv.DictWriter, out, ["a"], extrasaction="x"))
print(csv.Sniffer().sniff("a;b;c\n1;2;3\n").delimiter, csv.Sniffer().has_header("name,age\nx,5\ny,6\n"),
      attempt(csv.Sniffer().sniff, "abc"))
r = csv.reader(["1,2", "3"])
print(r.line_num, next(r), r.line_num, r.dialect.delimiter, list(r))
c = configparser.ConfigParser(allow_no_value=True)
c.read_string("[DEFAULT]\nbase = /root\nport=80\n[One]\npath: %(base)s/one\nflag\nmulti = a\n  b\n\n  c\n; comment\nonoff = yes\nnum = 0x10\n[Two]\nport = 1.5\nbad = %(nope)s\nself = %(self)s\npct = 50%%\n")
print(c.sections(), dict(c["One"].items()) if False else c["One"]["path"], c["One"]["flag"],
      repr(c["One"]["multi"]), c.getboolean("One", "onoff"), c["Two"].getfloat("port"), c["One"].getint("port"),
      c["Two"]["pct"], "One" in c, "PORT" in c["One"], c.get("One", "zz", fallback="fb"),
      c.has_option("One", "base"), c.options("Two"), c.defaults())
for action in (lambda: c["Nope"], lambda: c["One"]["nope"], lambda: c.get("Nope", "x"),
               lambda: c.get("One", "nope"), lambda: c["Two"]["bad"], lambda: c["Two"]["self"],
               lambda: c.getint("One", "num"), lambda: c.getboolean("Two", "port"),
               lambda: c.add_section("One"), lambda: c.add_section("DEFAULT"), lambda: c.set("One", "x", 5),
               lambda: c.set("Zip", "x", "5"), lambda: c.set("One", "x", "%"),
               lambda: c.read_string("no section"), lambda: c.read_string("[a]\n[a]"),
               lambda: c.read_string("[a]\nx=1\nx=2"), lambda: c.read_string("[a]\n=v"),
               lambda: c.read_string("[a\nx=1"), lambda: c.remove_section("Zip"), lambda: c.read("/no/such"),
               lambda: configparser.RawConfigParser().get("a", "b"),
               lambda: c.read_dict({"New": {"k": 5, "j": None}}), lambda: c["New"]["k"], lambda: c.pop("New"),
               lambda: c.popitem()):
    print(attempt(action))
out = io.StringIO()
c["Three"] = {"Key": "v", "m": "x\ny"}
c.write(out, space_around_delimiters=False)
print(out.getvalue())
e = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation(), delimiters=("=",),
                              comment_prefixes="#", inline_comment_prefixes=";", converters={"list": str.split},
                              strict=False, default_section="common")
e.optionxform = str
e.read_string("[common]\nR=root\n[A]\nx = ${R}/x ; inline\ny = ${B:z} $$\n[B]\nz = a b\nz = c d\nCase = 1\n")
print(e["A"]["x"], e["A"]["y"], e.getlist("B", "z"), e["B"]["Case"], attempt(lambda: e["B"]["case"]),
      attempt(e.set, "A", "q", "${"))
