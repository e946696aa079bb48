"""NameError, UnboundLocalError and their relatives: texts, name attributes, free variables."""


def attempt(label, function):
    try:
        function()
    except NameError as error:
        print(label, type(error).__name__, error, error.name)


def unbound():
    print(value)
    value = 1


def deleted():
    value = 1
    del value
    return value


def deleted_twice():
    value = 1
    del value
    del value


def free():
    def inner():
        return later

    inner()
    later = 1


def free_deleted():
    value = 1

    def inner():
        return value

    del value
    inner()


def loop_variable():
    for never in []:
        pass
    return never


def augmented():
    counter += 1


def global_deleted():
    global made_global
    made_global = 1
    del made_global
    del made_global


def comprehension():
    return [missing_name for _ in range(1)]


def class_body():
    class C:
        x = undefined_in_class


def conditional(flag):
    if flag:
        value = 1
    return value


for function in (unbound, deleted, deleted_twice, free, free_deleted, loop_variable, augmented, global_deleted, comprehension, class_body,
                 lambda: conditional(False), lambda: eval("nothing_here"), lambda: nowhere.attribute):
    attempt(function.__name__, function)
print(conditional(True))
try:
    (5).bit_lenght
except AttributeError as error:
    print(error, error.name, error.obj)
try:
    from math import squareroot
except ImportError as error:
    print(error, error.name)
print(NameError("x", name="given").name, AttributeError("t", name="n", obj=5).obj)
for wrong in (lambda: NameError("x", nam="given"), lambda: AttributeError(object=5), lambda: ImportError("x", other=1)):
    try:
        wrong()
    except TypeError as error:
        print(error)
