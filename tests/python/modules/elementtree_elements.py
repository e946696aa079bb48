# Element and SubElement of xml.etree.ElementTree's accelerator: making, attributes, children as a sequence, errors.
import copy
import gc
import pickle
import re
import weakref
import xml.etree.ElementTree as ET
from xml.etree.ElementTree import Element as E, SubElement


def plain(value):
    return re.sub("0x[0-9a-f]+", "0x", repr(value))


def show(function, *arguments, **keywords):
    try:
        print(plain(function(*arguments, **keywords)))
    except Exception as error:
        print(type(error).__name__, plain(str(error)))


for arguments, keywords in (((), {}), ((1,), {}), (("a", 1), {}), (("a", {"x": 1}), {"y": 2}), (("a",), {"attrib": {"q": 1}, "z": 3}), (("a",), {"attrib": 5}),
                            ((), {"tag": "a"}), (("a", "b", "c"), {}), (("a", {}), {"attrib": 1})):
    show(lambda: E(*arguments, **keywords).attrib)
    show(lambda: SubElement(E("p"), *arguments, **keywords).attrib)
root = E("r", {"k": "v"}, j="w")
for arguments in ((), (1, "a"), (root,), (None, "a")):
    show(SubElement, *arguments)
for function, calls in ((root.append, [(), (1,), (None,)]), (root.insert, [(), (0, 1), ("a", root), (2**70, E("z")), (-5, E("y")), (100, E("q"))]),
                        (root.extend, [(1,), ([1],), ([E("i"), 2],), ((E("t"),),)]), (root.remove, [(1,), (E("n"),)]), (root.makeelement, [("a",), ("a", 1), ("a", {"b": 1})]),
                        (root.get, [(), ("k",), ("zz",), ("zz", 5), ([],)]), (root.set, [("a",), ("n", 1), ([], 1)]), (root.items, [(1,), ()]), (root.keys, [()]),
                        (root.__setstate__, [(1,), ({},), ({"tag": 1},), ({"tag": "a", "zz": 1},), ({"tag": "a", "_children": 1},), ({"tag": "a", "_children": [1]},)])):
    for arguments in calls:
        show(function, *arguments)
root = E("r")
for number in range(6):
    SubElement(root, "c%d" % number)
for key in (0, -1, 6, -7, "a", None, 1.0, 2**70, True, slice(1, 3), slice(None, None, -2), slice(5, 1), slice("a", 1)):
    show(root.__getitem__, key)
for key, value in ((0, E("x")), (0, 1), (6, E("x")), (-7, E("x")), ("a", E("x")), (slice(0, 2), [E("p")]), (slice(0, 1), [1]), (slice(0, 1), 1), (slice(None, None, 2), [E("w")]),
                   (slice(None, None, 2), [E("w")] * 3), (slice(2, 2), [E("m"), E("n")]), (slice(0, 3), iter([E("l")])), (slice(3, 0, -1), [E("1"), E("2"), E("3")]), (slice(0, 1), root)):
    show(root.__setitem__, key, value)
    print([child.tag for child in root], len(root), bool(root))
for key in (0, -1, 60, slice(1, 3), slice(None, None, -2), "a", None):
    show(root.__delitem__, key)
    print([child.tag for child in root])
for attribute in ("tag", "text", "tail", "attrib"):
    for value in (1, None, ["a", "b"], {"a": "b"}):
        show(setattr, root, attribute, value)
        print(getattr(root, attribute))
    show(delattr, root, attribute)
show(setattr, root, "other", 1)
show(getattr, root, "other")
tree = ET.XML('<r a="b">x<c>d</c>e<c/></r>')
shallow, deep = copy.copy(tree), copy.deepcopy(tree)
print(shallow[0] is tree[0], shallow.attrib is tree.attrib, deep[0] is tree[0], deep.attrib is tree.attrib, ET.tostring(deep))
print([ET.tostring(pickle.loads(pickle.dumps(tree, protocol))) for protocol in range(2, 6)], plain(tree.__getstate__()))
shared = E("s")
twins = copy.deepcopy([shared, shared])
print(twins[0] is twins[1])


class Sub(E):
    def __init__(self, *arguments):
        super().__init__("Sub")
        self.more = 1


sub = Sub()
sub.append(tree)
print(sub.tag, sub.more, type(copy.copy(sub)).__name__, type(copy.deepcopy(sub)).__name__, sub[0] is tree)
knot = E("k")
knot.append(knot)
knot.text = knot
print(knot[0] is knot)
watch = weakref.ref(knot)
del knot
gc.collect()
print(watch())
loop = E("q")
loop.tag = loop
show(lambda: repr(loop))
deep = current = E("a")
for _ in range(3000):
    current = SubElement(current, "b")
print(sum(1 for _ in deep.iter("b")))
del deep, current
