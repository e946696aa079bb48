"""An interpreter of a small part of Python over the syntax tree: scopes are dicts, linked as LEGB says."""
import ast
import operator

OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Mod: operator.mod,
             ast.Lt: operator.lt, ast.Gt: operator.gt, ast.Eq: operator.eq, ast.LtE: operator.le}


class Scope(dict):
    def __init__(self, parent=None, **names):
        super().__init__(**names)
        self.parent = parent

    def find(self, name):
        scope = self
        while scope is not None:
            if name in scope:
                return scope[name]
            scope = scope.parent
        raise NameError(f"name {name!r} is not defined")


class Return(Exception):
    pass


class Function:
    def __init__(self, node, scope):
        self.node, self.scope = node, scope        # the scope it was made in: a closure

    def __call__(self, *arguments):
        names = [parameter.arg for parameter in self.node.args.args]
        local = Scope(self.scope, **dict(zip(names, arguments)))
        try:
            run(self.node.body, local)
        except Return as result:
            return result.args[0]


def run(body, scope):
    for node in body:
        match node:
            case ast.Expr(value):
                evaluate(value, scope)
            case ast.Assign([ast.Name(name)], value):
                scope[name] = evaluate(value, scope)
            case ast.FunctionDef(name=name):
                scope[name] = Function(node, scope)
            case ast.Return(value):
                raise Return(evaluate(value, scope) if value else None)
            case ast.If(test, yes, no):
                run(yes if evaluate(test, scope) else no, scope)
            case ast.While(test, loop):
                while evaluate(test, scope):
                    run(loop, scope)
            case _:
                raise SyntaxError(f"{type(node).__name__} is not part of this language")


def evaluate(node, scope):
    match node:
        case ast.Constant(value):
            return value
        case ast.Name(name):
            return scope.find(name)
        case ast.BinOp(left, op, right) | ast.Compare(left, [op], [right]):
            return OPERATORS[type(op)](evaluate(left, scope), evaluate(right, scope))
        case ast.Call(function, arguments):
            return evaluate(function, scope)(*[evaluate(argument, scope) for argument in arguments])
    raise SyntaxError(f"{type(node).__name__} is not part of this language")


PROGRAM = """
def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)

def adder(amount):
    def add(n):
        return n + amount
    return add

i = 0
while i < 5:
    show(i, fib(i * 3), adder(100)(i))
    i = i + 1
"""
run(ast.parse(PROGRAM).body, Scope(Scope(show=print)))
for text in ("show(missing)", "import os", "lambda: 0"):
    try:
        run(ast.parse(text).body, Scope(Scope(show=print)))
    except (NameError, SyntaxError) as error:
        print(type(error).__name__, error)
