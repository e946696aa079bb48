"""Contexts as immutable mappings: copies that share, iterators that do not see changes, equality, resets that bring
back what there was, tokens of other contexts, many variables."""
import contextvars
import gc
import weakref

VARIABLES = [contextvars.ContextVar(f"v{number}") for number in range(300)]


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except Exception as error:
        print(f"{type(error).__name__}: {str(error).split(' at 0x')[0]}")


def values_of(context):
    return sorted(context.values())


context = contextvars.Context()
print(len(context), list(context), context == contextvars.Context(), contextvars.Context() in [context])
tokens = context.run(lambda: [variable.set(number) for number, variable in enumerate(VARIABLES)])
copy = context.copy()
print(len(context), values_of(context) == list(range(300)), copy == context, copy is context)

iterators = [context.keys(), context.values(), context.items(), iter(context)]
print([type(iterator).__name__ for iterator in iterators], [len(iterator) for iterator in iterators])


def change():
    for variable in VARIABLES[::3]:
        variable.set("changed")
    for token in tokens[1::3]:
        VARIABLES[tokens.index(token)].reset(token)
    return [variable for variable in VARIABLES if variable.get(None) is None]


print(len(context.run(change)), len(context), len(copy), context == copy)
print([len(list(iterator)) for iterator in iterators], list(iterators[0]))
print(sum(1 for variable in copy if copy[variable] == VARIABLES.index(variable)))
print(VARIABLES[1] in context, VARIABLES[1] in copy, context.get(VARIABLES[1]), context.get(VARIABLES[1], "none"))
attempt(context.__getitem__, VARIABLES[1])
attempt(context.__getitem__, "v1")
attempt(context.__contains__, 3)
attempt(context.get, 3)
attempt(context.run, VARIABLES[2].reset, tokens[1])
attempt(copy.run, VARIABLES[2].reset, tokens[2])
attempt(context.run, VARIABLES[1].reset, tokens[1])
attempt(lambda: context < copy)


def undo():
    for number, token in enumerate(tokens):
        if number % 3 != 1:
            VARIABLES[number].reset(token)


context.run(undo)
print(len(context), list(context.items()), context == contextvars.Context(), len(copy))

same = contextvars.copy_context()
variable = contextvars.ContextVar("equal")
left, right = same.copy(), same.copy()
left.run(variable.set, 1)
right.run(variable.set, 1.0)
print(left == right, left != same)
right.run(variable.set, float("nan"))
print(left == right, right == right.copy())


class Unequal:
    def __eq__(self, other):
        raise ArithmeticError("eq")


left.run(variable.set, Unequal())
right.run(variable.set, Unequal())
attempt(left.__eq__, right)


class Holder:
    pass


holder = Holder()
holder.context = contextvars.Context()
holder.context.run(variable.set, holder)
reference = weakref.ref(holder)
del holder
gc.collect()
print(reference())
