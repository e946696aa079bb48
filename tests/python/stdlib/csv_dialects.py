"""csv: readers and writers over quoting, escapes, dialects, malformed rows, DictReader and DictWriter, Sniffer."""
import csv
import io


def write(rows, **options):
    out = io.StringIO()
    try:
        csv.writer(out, **options).writerows(rows)
        return out.getvalue()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


rows = [["a", 1, None, 2.5], ['quo"te', "com,ma", "new\nline", ""], [" space ", "tab\t", "'", "é"], [], [""], ["x"]]
for options in ({}, {"quoting": csv.QUOTE_ALL}, {"quoting": csv.QUOTE_NONNUMERIC}, {"quoting": csv.QUOTE_NONE}, {"quoting": csv.QUOTE_NONE, "escapechar": "\\"}, {"delimiter": "\t", "lineterminator": "\n"}, {"delimiter": ";", "quotechar": "'"}, {"doublequote": False, "escapechar": "\\"}, {"doublequote": False}, {"dialect": "excel-tab"}, {"dialect": "unix"}, {"delimiter": "ab"}, {"quotechar": None}, {"quoting": 9}, {"dialect": "none such"}, {"bad": 1}, {"delimiter": 5}, {"lineterminator": None}):
    print(options, repr(write(rows, **options)))
texts = ('a,b\r\nc,"d ""q"" e"\n', '"multi\nline",x\n', 'a,"b', "a,b\rc", '"a"b,c', " a , b", "'x,y',z", "a\\,b,c", "", "\n\n", '"","', "1,2.5,\"t\"", "a,b\0c", "é,日")
for options in ({}, {"quoting": csv.QUOTE_NONE}, {"quotechar": "'"}, {"skipinitialspace": True}, {"escapechar": "\\"}, {"strict": True}, {"quoting": csv.QUOTE_NONNUMERIC}):
    for text in texts:
        try:
            print(options, repr(text), list(csv.reader(io.StringIO(text, newline=""), **options)))
        except (csv.Error, ValueError) as error:
            print(options, repr(text), type(error).__name__, error)
reader = csv.DictReader(io.StringIO("a,b\n1,2,3,4\n5\n\n6,7"), restkey="more", restval="-")
print(list(reader), reader.fieldnames, reader.line_num)
out = io.StringIO()
writer = csv.DictWriter(out, ["x", "y"], restval="?", lineterminator="|")
writer.writeheader()
writer.writerow({"x": 1})
try:
    writer.writerow({"x": 1, "z": 2, "w": 3} if False else {"x": 1, "z": 2})
except ValueError as error:
    print(error)
print(out.getvalue(), csv.list_dialects(), csv.field_size_limit())


class Mine(csv.excel):
    delimiter = ":"


csv.register_dialect("mine", Mine, quoting=csv.QUOTE_ALL)
print(write([["a", "b:c"]], dialect="mine"), csv.get_dialect("mine").delimiter, csv.get_dialect("mine").quoting)
csv.unregister_dialect("mine")
for call in (lambda: csv.get_dialect("mine"), lambda: csv.unregister_dialect("mine"), lambda: csv.reader(5), lambda: csv.writer(5), lambda: next(csv.reader([b"bytes"])), lambda: next(csv.reader([5])), lambda: csv.writer(io.StringIO()).writerow(5), lambda: csv.field_size_limit("x"), lambda: csv.register_dialect(5)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
csv.field_size_limit(5)
try:
    list(csv.reader(["abcdefgh"]))
except csv.Error as error:
    print(error)
csv.field_size_limit(131072)
dialect = csv.Sniffer().sniff("a;b;c\n1;2;3\n", ";,")
print(dialect.delimiter, csv.Sniffer().has_header("name,age\nbob,5\nann,6\n"))
