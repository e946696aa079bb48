"""Source text becomes code with compile(); eval() runs an expression, exec() statements, in dicts of your choice."""

print(eval("2 + 3 * 4"), eval("x * y", {"x": 6, "y": 7}))

# Globals and locals can be given apart; the built-ins are put into the globals.
scope = {"base": 100}
local = {"extra": 5}
exec("total = base + extra", scope, local)
print(local, sorted(scope))

# compile() separates the two steps: parse once, run often.
code = compile("rate * amount", "<formula>", "eval")
print(type(code).__name__, code.co_name, code.co_filename, code.co_names)
print([eval(code, {"rate": rate, "amount": 10}) for rate in (1, 2, 3)])

# The three modes: a module, one expression, one statement that shows its value as the prompt does.
for mode in ("exec", "eval", "single"):
    print(mode, "gives", eval(compile("1 + 1", "<text>", mode)))
try:
    compile("x = 1", "<text>", "eval")
except SyntaxError as error:
    print(error.msg, error.lineno, error.offset, error.text)


# A function made from text.
def make_function(name, arguments, body):
    namespace = {}
    exec(f"def {name}({', '.join(arguments)}):\n    return {body}", namespace)
    return namespace[name]


hypotenuse = make_function("hypotenuse", ["a", "b"], "(a * a + b * b) ** 0.5")
print(hypotenuse(3, 4), hypotenuse.__name__, hypotenuse.__code__.co_varnames)


# Names in a function are fixed when it is compiled, so exec() cannot add locals to it.
def fixed():
    exec("fresh = 1")
    try:
        return fresh
    except NameError as error:
        return str(error)


print(fixed())


# A mapping with __missing__ decides what unknown names mean.
class Symbols(dict):
    def __missing__(self, name):
        return f"<{name}>"


print(eval("alpha + beta", {}, Symbols(alpha="A")))
try:
    eval("open('x')", {"__builtins__": {}})
except NameError as error:
    print(error)
try:
    exec(compile("def f():\n    return 1 / zero\nf()", "<generated>", "exec"), {"zero": 0})
except ZeroDivisionError as error:
    last = error.__traceback__.tb_next.tb_next
    print(error, "in", last.tb_frame.f_code.co_filename, last.tb_frame.f_code.co_name, last.tb_lineno)
