"""`minipy --dis --adaptive`: sites of every family, those that take a special form and those that stay general, with
the reason that is given for each.

usage: python3.11 reasons.py MINIPY

A row of `SITES` is a function's parameters and body, the arguments that it is called with (an expression, evaluated
anew for each of many calls, `i` being their number), the general opcode in question and, in the order of its sites,
what is to be seen: the name of a form, or part of the reason for none.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

CALLS = 120

SETUP = '''
import collections, math, types
class Plain:
    shared = [0]
    def __init__(self, x=1): self.x = x
    def method(self): return self.x
    @property
    def half(self): return self.x / 2
    @classmethod
    def maker(cls): return cls
    @staticmethod
    def free(): return 1
class Slotted:
    __slots__ = ("x",)
    def __init__(self): self.x = 1
class Asked:
    def __getattr__(self, name): return name
class Guarded(Plain):
    def __setattr__(self, name, value): object.__setattr__(self, name, value)
class Computed:
    def __get__(self, owner, kind=None): return 7
class Holder:
    computed = Computed()
    native_half = property(int)
class Meta(type):
    @property
    def hidden(cls): return 1
class OfMeta(metaclass=Meta):
    pass
class Indexed:
    def __getitem__(self, key): return key
    def __setitem__(self, key, value): pass
    def __add__(self, other): return self
    def __iter__(self): return iter((1, 2))
class Reflected:
    def __radd__(self, other): return other
class Filled(Plain):
    def __init__(self):
        for n in range(40): setattr(self, f"n{n}", n)
class MadeByNew:
    def __new__(cls): return object.__new__(cls)
class Called:
    def __call__(self): return 1
def plain(a, b=2): return a
def starred(*args): return args
def keyword(a, *, b=1): return a
plain_object, slotted, asked, holder, indexed = Plain(), Slotted(), Asked(), Holder(), Indexed()
hiding = Plain(); hiding.method = lambda: 1
with_dict = Plain(); with_dict.__dict__["also"] = 1
odd_keys = Plain(); odd_keys.__dict__[1] = 2
module = types.ModuleType("made"); module.present = 1
lists = [1, 2], (1, 2)
values = 1, "a", 2.5, None
bound = plain_object.method
'''

SITES = {
    "attribute_of_instance": ("o", "return o.x", "plain_object", "LOAD_ATTR", ["LOAD_ATTR_INSTANCE_VALUE"]),
    "attribute_of_slot": ("o", "return o.x", "slotted", "LOAD_ATTR", ["LOAD_ATTR_SLOT"]),
    "attribute_of_dict": ("o", "return o.also", "with_dict", "LOAD_ATTR", ["LOAD_ATTR_WITH_HINT"]),
    "attribute_of_module": ("o", "return o.pi", "math", "LOAD_ATTR", ["LOAD_ATTR_MODULE"]),
    "attribute_missing_in_module": ("o", "return o.__class__", "module", "LOAD_ATTR", ["module's dict lacks the name"]),
    "attribute_of_class": ("o", "return o.shared", "Plain", "LOAD_ATTR", ["LOAD_ATTR_CLASS"]),
    "attribute_of_metaclass": ("o", "return o.hidden", "OfMeta", "LOAD_ATTR", ["its metaclass is not type itself: Meta"]),
    "attribute_by_property": ("o", "return o.half", "plain_object", "LOAD_ATTR", ["LOAD_ATTR_PROPERTY"]),
    "attribute_by_native_property": ("o", "try: o.native_half\n    except TypeError: pass", "holder", "LOAD_ATTR",
                                     ["the property's getter is no Python function"]),
    "attribute_by_descriptor": ("o", "return o.computed", "holder", "LOAD_ATTR",
                                ["a descriptor on the type computes the value"]),
    "attribute_by_getattr": ("o", "return o.anything", "asked", "LOAD_ATTR", ["__getattr__ of its own: Asked"]),
    "attribute_that_lacks": ("o", "try: o.nosuch\n    except AttributeError: pass", "plain_object", "LOAD_ATTR",
                             ["neither the instance nor its type has the name"]),
    "attribute_of_native": ("o", "return o.real", "5", "LOAD_ATTR", ["a descriptor on the type|LOAD_ATTR"]),
    "attribute_of_many_types": ("o", "return o.x", "(plain_object, slotted)[i % 2]", "LOAD_ATTR",
                                ["the operands vary|LOAD_ATTR"]),
    "method_of_object": ("o", "return o.method()", "plain_object", "LOAD_METHOD", ["LOAD_METHOD_WITH_VALUES"]),
    "method_of_native": ("o", "return o.upper()", "'a'", "LOAD_METHOD", ["LOAD_METHOD_NO_DICT"]),
    "method_of_class": ("o", "return o.method(plain_object)", "Plain", "LOAD_METHOD", ["LOAD_METHOD_CLASS"]),
    "method_of_module": ("o", "return o.sqrt(2)", "math", "LOAD_METHOD", ["LOAD_METHOD_MODULE"]),
    "method_hidden": ("o", "return o.method()", "hiding", "LOAD_METHOD", ["an attribute of the instance hides the method"]),
    "method_beside_odd_keys": ("o", "return o.method()", "odd_keys", "LOAD_METHOD", ["keys that are no names"]),
    "method_that_is_none": ("o", "return o.maker()", "plain_object", "LOAD_METHOD", ["is no method"]),
    "method_of_instance": ("o", "return o.x.__class__()", "plain_object", "LOAD_METHOD", [".*"]),
    "global_of_module": ("", "return plain_object", "", "LOAD_GLOBAL", ["LOAD_GLOBAL_MODULE"]),
    "global_of_builtins": ("", "return len", "", "LOAD_GLOBAL", ["LOAD_GLOBAL_BUILTIN"]),
    "global_that_lacks": ("", "try: nosuch_name\n    except NameError: pass", "", "LOAD_GLOBAL",
                          ["the name is in neither namespace", "LOAD_GLOBAL_BUILTIN|not reached|neither"]),
    "store_in_instance": ("o", "o.x = 2", "plain_object", "STORE_ATTR", ["STORE_ATTR_INSTANCE_VALUE"]),
    "store_in_slot": ("o", "o.x = 2", "slotted", "STORE_ATTR", ["STORE_ATTR_SLOT"]),
    "store_in_dict": ("o", "o.also = 2", "with_dict", "STORE_ATTR", ["STORE_ATTR_WITH_HINT"]),
    "store_guarded": ("o", "o.x = 2", "Guarded()", "STORE_ATTR", ["__setattr__ of its own: Guarded"]),
    "store_in_module": ("o", "o.x = 2", "module", "STORE_ATTR", ["STORE_ATTR|__setattr__|no dict of a known kind|dict"]),
    "store_in_class": ("o", "o.x = 2", "Indexed", "STORE_ATTR", ["no form for attributes of a class: type"]),
    "store_without_room": ("o", "o.new_name = 2", "Filled()", "STORE_ATTR", ["no room in line|lacks the name|HINT"]),
    "add_ints": ("o", "return o + 1", "i", "BINARY_OP", ["BINARY_OP_ADD_INT"]),
    "add_texts": ("o", "return o + 'b'", "'a'", "BINARY_OP", ["BINARY_OP_ADD_UNICODE"]),
    "add_by_method": ("o", "return o + 1", "indexed", "BINARY_OP", ["BINARY_OP_METHOD"]),
    "add_reflected": ("o", "return 1 + o", "Reflected()", "BINARY_OP", ["no form for these operands: int, Reflected"]),
    "add_lists": ("o", "return o + o", "[]", "BINARY_OP", ["no form for these operands: list, list"]),
    "add_large": ("o", "return o + o", "1 << 80", "BINARY_OP", ["no form for these operands: int, int"]),
    "power_of_floats": ("o", "return o ** o", "1.5", "BINARY_OP", ["no form for these operands: float, float"]),
    "add_varying": ("o", "return o + o", "values[i % 3]", "BINARY_OP", ["vary|no form|BINARY_OP_ADD"]),
    "compare_ints": ("o", "return 1 if o < 3 else 2", "i", "COMPARE_OP", ["COMPARE_OP_INT_JUMP"]),
    "compare_texts": ("o", "return 1 if o == 'b' else 2", "'a'", "COMPARE_OP", ["COMPARE_OP_STR_JUMP"]),
    "compare_lists": ("o", "return o == o", "[]", "COMPARE_OP", ["no form for these operands: list, list"]),
    "compare_and_jump": ("o", "return 1 if o < (2,) else 2", "(1,)", "COMPARE_OP",
                         ["no form for these operands: tuple, tuple"]),
    "item_of_list": ("o", "return o[0]", "[1]", "BINARY_SUBSCR", ["BINARY_SUBSCR_LIST_INT"]),
    "item_of_dict": ("o", "return o[0]", "{0: 1}", "BINARY_SUBSCR", ["BINARY_SUBSCR_DICT"]),
    "item_by_method": ("o", "return o[0]", "indexed", "BINARY_SUBSCR", ["BINARY_SUBSCR_GETITEM"]),
    "item_by_slice": ("o", "where = slice(1, 2); return o[where]", "[1]", "BINARY_SUBSCR", ["no form for these operands: list, slice"]),
    "item_of_bytes": ("o", "return o[0]", "b'a'", "BINARY_SUBSCR", ["no form for these operands: bytes, int"]),
    "item_of_subclass": ("o", "return o['a']", "collections.Counter()", "BINARY_SUBSCR",
                         ["no form for these operands: Counter, str"]),
    "store_item_of_list": ("o", "o[0] = 2", "[1]", "STORE_SUBSCR", ["STORE_SUBSCR_LIST_INT"]),
    "store_item_of_dict": ("o", "o[0] = 2", "{}", "STORE_SUBSCR", ["STORE_SUBSCR_DICT"]),
    "store_item_by_method": ("o", "o[0] = 2", "indexed", "STORE_SUBSCR", ["no form for these operands: Indexed, int"]),
    "store_item_of_bytearray": ("o", "o[0] = 2", "bytearray(2)", "STORE_SUBSCR",
                                ["no form for these operands: bytearray, int"]),
    "unpack_pair": ("o", "a, b = o", "(1, 2)", "UNPACK_SEQUENCE", ["UNPACK_SEQUENCE_TWO_TUPLE"]),
    "unpack_list": ("o", "a, b = o", "[1, 2]", "UNPACK_SEQUENCE", ["UNPACK_SEQUENCE_LIST"]),
    "unpack_text": ("o", "a, b = o", "'ab'", "UNPACK_SEQUENCE", ["no form for these operands: str"]),
    "unpack_iterable": ("o", "a, b = o", "indexed", "UNPACK_SEQUENCE", ["no form for these operands: Indexed"]),
    "unpack_varying": ("o", "a, b = o", "lists[i % 2]", "UNPACK_SEQUENCE", ["vary"]),
    "for_of_range": ("o", "for x in o: pass", "range(3)", "FOR_ITER", ["FOR_ITER_RANGE"]),
    "for_of_list": ("o", "for x in o: pass", "[1, 2]", "FOR_ITER", ["FOR_ITER_LIST"]),
    "for_of_generator": ("o", "for x in o: pass", "(n for n in lists)", "FOR_ITER", ["FOR_ITER_GENERATOR|FOR_ITER_GEN"]),
    "for_of_dict": ("o", "for x in o: pass", "{1: 2}", "FOR_ITER", ["no form for|FOR_ITER_"]),
    "for_of_zip": ("o", "for x in o: pass", "zip((1,), (2,))", "FOR_ITER", ["no form for these operands: zip"]),
    "call_function": ("o", "return o(1, 2)", "plain", "CALL", ["CALL_PY_EXACT_ARGS"]),
    "call_with_defaults": ("o", "return o(1)", "plain", "CALL", ["CALL_PY_WITH_DEFAULTS"]),
    "call_with_stars": ("o", "return o(1)", "starred", "CALL", ["has \\*args, \\*\\*kwargs, or keyword-only parameters"]),
    "call_with_keyword": ("o", "return o(1, b=2)", "keyword", "CALL", ["no form for keyword arguments|KW"]),
    "call_too_few": ("o", "try: o()\n    except TypeError: pass", "plain", "CALL",
                     ["more or fewer arguments than the function takes"]),
    "call_class": ("o", "return o()", "Slotted", "CALL", ["CALL_PY_CLASS"]),
    "call_class_with_new": ("o", "return o()", "MadeByNew", "CALL", ["not made by object.__new__"]),
    "call_object": ("o", "return o()", "Called()", "CALL", ["neither a Python function nor a class is called: Called"]),
    "call_class_of_meta": ("o", "return o()", "OfMeta", "CALL", ["neither a Python function nor a class is called: Meta"]),
    "call_native": ("o", "return len(o)", "()", "CALL", ["PRECALL_NO_KW_LEN makes the whole call"]),
    "call_bound_method": ("o", "return o()", "bound", "CALL", ["CALL_PY_EXACT_ARGS"]),
    "method_of_static": ("o", "return o.free()", "Plain", "LOAD_METHOD", ["no plain value of the class itself"]),
    "never_reached": ("o", "if o: return o.x", "0", "LOAD_ATTR", ["not reached since the code became warm"]),
}


def program():
    parts = [SETUP]
    for name, (parameters, body, arguments, _, _) in SITES.items():
        parts.append(f"def {name}({parameters}):\n    {body}\n")
        parts.append(f"for i in range({CALLS}): {name}({arguments})\n")
    return "".join(parts)


def sections(text):
    """Of each function: its instructions by offset, and the reasons by offset."""
    found = {}
    for part in re.split(r"^Disassembly of ", text, flags=re.MULTILINE)[1:]:
        name = re.match(r"<code object (\S+) at", part)[1]
        listing, _, reasons = part.partition("\nGeneral:\n")
        opcodes = {int(offset): opcode for offset, opcode in re.findall(r"(\d+) ([A-Z]{2}[A-Z_0-9]+)", listing)}
        told = {int(offset): reason for offset, reason in
                re.findall(r"^  line \d+ +(\d+) [A-Z_]+ +(.*)$", reasons, flags=re.MULTILINE)}
        found.setdefault(name, (opcodes, told))
    return found


def check(name, section, general, wanted):
    """What is wrong with the sites of the opcode in this function."""
    opcodes, told = section
    sites = [offset for offset, opcode in opcodes.items() if opcode.startswith(general)]
    if len(sites) != len(wanted):
        return [f"{name}: {len(sites)} sites of {general}, {len(wanted)} expected"]
    problems = []
    for offset, pattern in zip(sites, wanted):
        shown = f"{opcodes[offset]}: {told.get(offset, '')}"
        if not re.search(pattern, shown):
            problems.append(f"{name}: {shown!r} does not show {pattern!r}")
    return problems


def main():
    minipy = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.NamedTemporaryFile("w", suffix=".py") as file:
        file.write(program())
        file.flush()
        done = subprocess.run([minipy, "--dis", "--adaptive", file.name], capture_output=True, text=True, timeout=120)
    if done.returncode or done.stderr:
        sys.exit(f"exit code {done.returncode}\n{done.stderr}")
    shown = sections(done.stdout)
    problems = []
    for name, (_, _, _, general, wanted) in SITES.items():
        problems += check(name, shown[name], general, wanted)
    print("\n".join([*problems, f"{len(SITES)} functions, {len(problems)} problems"]))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
