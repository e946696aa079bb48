"""Elements, parsers and builders while they run code of the program: bounds that change, targets that are replaced."""
import copy
import gc
import pyexpat
import weakref
import xml.etree.ElementTree as ET


def attempt(name, action):
    try:
        print(name, action())
    except Exception as error:
        print(name, type(error).__name__, error)


def tree(count):
    root = ET.Element("a")
    for _ in range(count):
        ET.SubElement(root, "b")
    return root


class Changing:
    """Answers 2 first, then 1."""
    asked = 0

    def __index__(self):
        self.asked += 1
        return 2 if self.asked == 1 else 1


def assign(root, part, value):
    root[part] = value
    return len(root)


attempt("keys", lambda: ET.Element("a").__setstate__({None: 2}))
attempt("bounds", lambda: assign(tree(4), slice(0, 4, Changing()), [1, 2, 3]))
attempt("step", lambda: assign(tree(1), slice(None, None, 0), 1))
attempt("elements", lambda: assign(tree(4), slice(1, 3), tree(3)))


def replace_the_target():
    parser = ET.XMLParser()

    def events():
        yield "start"
        parser.__init__(target=object())
        yield "end"

    return parser._setevents([], events())


attempt("events", replace_the_target)


def copy_a_deep_tree():
    root = inner = ET.Element("a")
    for _ in range(3000):
        inner = ET.SubElement(inner, "a")
    return len(list(copy.deepcopy(root).iter()))


attempt("deep", copy_a_deep_tree)


def tell_instructions():
    told = []
    parser = ET.XMLParser()
    parser._setevents(told, ["pi", "comment"])
    parser.feed("<a><?p i?><!--c--></a>")
    return told


attempt("instructions", tell_instructions)


def make_a_cycle():
    class Event(str):
        pass

    event = Event("start")
    builder = ET.TreeBuilder()
    event.parser = ET.XMLParser(target=builder)
    event.parser._setevents([], [event])
    reference = weakref.ref(event)
    del event, builder
    gc.collect()
    return reference()


attempt("cycle", make_a_cycle)
attempt("surrogate", lambda: pyexpat.ParserCreate().Parse("<a>\ud800</a>"))


class Reader:
    def read(self, size):
        return memoryview(b"<a/>")


attempt("read", lambda: pyexpat.ParserCreate().ParseFile(Reader()))
state = tree(1)
state.attrib["k"] = "v"
state.__setstate__({"tag": "x", "_children": [tree(0)]})
attempt("state", lambda: (state.tag, state.attrib, len(state)))
