# XMLParser, TreeBuilder and XMLPullParser of xml.etree.ElementTree's accelerator: targets, events, errors and their places.
import io
import re
import xml.etree.ElementTree as ET


def plain(value):
    return re.sub("0x[0-9a-f]+", "0x", repr(value))


def show(function, *arguments, **keywords):
    try:
        print(plain(function(*arguments, **keywords)))
    except ET.ParseError as error:
        print("ParseError", error, getattr(error, "code", None), getattr(error, "position", None), error.args)
    except Exception as error:
        print(type(error).__name__, ascii(str(error)))


builder = ET.TreeBuilder()
for function, arguments in ((builder.data, ("x",)), (builder.end, ("a",)), (builder.start, ("a", 1)), (builder.start, ("a", {"x": "y"})), (builder.data, ("t",)), (builder.data, ("u",)),
                            (builder.end, ("zz",)), (builder.start, ("b", {})), (builder.close, ()), (builder.comment, ("c",)), (builder.pi, ("x",)), (builder.pi, ())):
    show(function, *arguments)
show(ET.TreeBuilder, 1, 2)
show(ET.TreeBuilder, other=1)
builder = ET.TreeBuilder(lambda tag, attributes: [tag, attributes])
show(builder.start, "a", {})
show(builder.start, "b", {})
show(builder.data, "x")
show(builder.end, "b")
for keywords in ({}, {"insert_comments": True}, {"insert_pis": True}, {"insert_comments": True, "insert_pis": True, "comment_factory": lambda text: ET.Element("com"), "pi_factory": lambda *_: ET.Element("pi")}):
    builder = ET.TreeBuilder(**keywords)
    builder.start("a", {})
    for number, event in enumerate((builder.comment, builder.pi, builder.comment)):
        builder.data("%d" % number)
        event("text")
    builder.data("x")
    builder.data("y")
    builder.end("a")
    builder.data("tail")
    builder.comment("behind")
    print(ET.tostring(builder.close()))
for document in ("<a>", "<a></b>", "", "<a/><b/>", "<a>&foo;</a>", "<a>&lt;&#65;</a>", '<!DOCTYPE a [<!ENTITY x "yy">]><a>&x;</a>', '<a x="1" x="2"/>', "<n:a/>", "<a>\n<b>t\nu</b>\nv</a>",
                 '<n:a xmlns:n="u" n:b="c" d="e"><n:c/></n:a>', "<!-- c --><a>1<!-- d -->2<?pi x?>3</a>", "<a>\ud800</a>", b'<?xml version="1.0" encoding="cp1252"?><a>\x80</a>',
                 b'<?xml version="1.0" encoding="nonsense"?><a/>', b"<a>\xff</a>", bytearray(b"<a/>"), 1):
    def parse():
        parser = ET.XMLParser()
        parser.feed(document)
        return ET.tostring(parser.close())
    show(parse)
parser = ET.XMLParser()
parser.entity["foo"] = "bar"
show(parser.feed, '<!DOCTYPE a SYSTEM "x"><a>&foo;&baz;</a>')


class Target:
    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *arguments: print(name, arguments)

    def close(self):
        return "closed"


parser = ET.XMLParser(target=Target())
parser.feed('<!DOCTYPE x PUBLIC "pub" "sys"><a xmlns="u" xmlns:p="v" b="c"><!--com--><?pi d?>te&amp;xt<p:q/></a>')
print(parser.close(), type(parser.target).__name__, parser.version.split()[0])
parser = ET.XMLParser(target=object())
parser.feed("<a>x</a>")
print(parser.close())


class Failing:
    def start(self, tag, attributes):
        raise KeyError(tag)


show(ET.XMLParser(target=Failing()).feed, "<a><b/>")
for arguments, keywords in (((1,), {}), ((), {"other": 1}), ((), {"encoding": 1}), ((), {"target": None, "encoding": "latin-1"})):
    show(ET.XMLParser, *arguments, **keywords)
raw = ET.XMLParser.__new__(ET.XMLParser)
show(raw.feed, "x")
show(raw.close)
show(ET.XMLParser(target=Target())._setevents, [], ())
for arguments in ((1,), ([], 1), ([], [1]), ([], ["zz"]), ([],), ([], [b"start", "end"])):
    show(ET.XMLParser()._setevents, *arguments)
puller = ET.XMLPullParser(["start", "end", "start-ns", "end-ns", "comment", "pi"])
for piece in ('<a xmlns:p="v"><!--c--><p:b>x', "</p:b><?t d?>", "</a>"):
    puller.feed(piece)
    for event, what in puller.read_events():
        print(event, (what.tag if isinstance(what.tag, str) else what.tag.__name__, what.text) if ET.iselement(what) else what)
for event, element in ET.iterparse(io.BytesIO(b"<a><b>1</b><c/></a>"), ("start", "end")):
    print(event, element.tag, element.text)
print(ET.tostring(ET.parse(io.BytesIO(b"<a>b</a>")).getroot()), ET.tostring(ET.parse(io.StringIO("<a>\u1234</a>")).getroot(), "unicode"))
tree = ET.XML("<r><a>1<b>2</b>3</a>4<c><d/>5</c>6</r>")
print(list(tree.itertext()), [e.tag for e in tree.iter()], [e.tag for e in tree.iter("b")], tree.findtext("a/b"), tree.findtext("zz", "-"), tree.find(".//d").tag, tree.find("{*}c").tag)
print([e.tag for e in tree.findall("*")], [e.tag for e in tree.iterfind("a")], tree.find("a", {"x": "y"}).tag)
