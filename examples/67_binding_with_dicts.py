"""Names and scopes rebuilt with dicts: what assignment, calls, closures and del do, without the interpreter's help."""
builtins = {"len": len, "print": print}
globals_ = {}


def lookup(name, *scopes):
    """LEGB: the first scope that has the name."""
    for scope in scopes:
        if name in scope:
            return scope[name]
    raise NameError(f"name {name!r} is not defined")


# a = [1]; b = a; b.append(2): two names, one object.
globals_["a"] = [1]
globals_["b"] = lookup("a", globals_, builtins)
lookup("b", globals_, builtins).append(2)
print(globals_, globals_["a"] is globals_["b"])

# b = b + [3]: the name is bound anew, the other one stays.
globals_["b"] = lookup("b", globals_, builtins) + [3]
print(globals_)


class Function:
    """Parameters and body; the body is a Python function that gets the scopes explicitly."""

    def __init__(self, parameters, body, defaults=(), cells=None):
        self.parameters, self.body, self.defaults = parameters, body, defaults
        self.cells = cells or {}

    def __call__(self, *arguments):
        missing = len(self.parameters) - len(arguments)
        if missing > len(self.defaults) or missing < 0:
            raise TypeError(f"{len(self.parameters)} arguments expected, {len(arguments)} given")
        values = arguments + tuple(self.defaults[len(self.defaults) - missing:])
        local = dict(zip(self.parameters, values))       # a call is a new dict
        return self.body(local, self.cells)


# def add(x, y=10): return x + y
globals_["add"] = Function(["x", "y"], lambda local, cells: local["x"] + local["y"], defaults=(10,))
add = lookup("add", globals_, builtins)
print(add(1), add(1, 2))
try:
    add()
except TypeError as error:
    print(error)

# def grow(item, into=[]): the default is one object, made once.
globals_["grow"] = Function(["item", "into"], lambda local, cells: local["into"].append(local["item"]) or local["into"],
                            defaults=([],))
print(globals_["grow"]("a"), globals_["grow"]("b"))


# A variable that an inner function shares lives in a cell: a box that both hold.
class Cell:
    pass


def counter_body(local, cells):
    count = Cell()                                       # def counter(start):
    count.value = local["start"]                         #     count = start
    def step_body(inner, cells):                         #     def step():
        cells["count"].value += 1                        #         nonlocal count; count += 1
        return cells["count"].value                      #         return count
    return Function([], step_body, cells={"count": count})


counter = Function(["start"], counter_body)
first, second = counter(0), counter(100)
print(first(), first(), second(), first.cells["count"].value)

# Reading a name that is local but not bound yet: the dict has no such key, and globals are not asked.
try:
    lookup("total", {})
except NameError as error:
    print(error)

# The real thing agrees: a module's globals are a dict, a function's cells are boxes.
real = {}
exec("def make():\n    count = 0\n    def step():\n        nonlocal count\n        count += 1\n        return count\n"
     "    return step\nstep = make()", real)
print(real["step"](), real["step"].__closure__[0].cell_contents, sorted(name for name in real if name[0] != "_"))
del real["step"]
try:
    exec("step()", real)
except NameError as error:
    print(error)
