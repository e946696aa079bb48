"""ast: a program as data. It is parsed, looked at, changed, written back as text and run."""
import ast

tree = ast.parse("price = net * 1.19 if taxed else net")
print(ast.dump(tree, indent=1))
print(ast.unparse(tree))


class Names(ast.NodeVisitor):
    """Collects which names are read and which are written."""

    def __init__(self):
        self.read, self.written = set(), set()

    def visit_Name(self, node):
        (self.written if isinstance(node.ctx, ast.Store) else self.read).add(node.id)


names = Names()
names.visit(tree)
print(sorted(names.read), sorted(names.written))


class FoldConstants(ast.NodeTransformer):
    """Computes what is known already: children first, then the node itself."""

    def visit_BinOp(self, node):
        self.generic_visit(node)
        match node:
            case ast.BinOp(ast.Constant(left), ast.Add(), ast.Constant(right)):
                return ast.copy_location(ast.Constant(left + right), node)
            case ast.BinOp(ast.Constant(left), ast.Mult(), ast.Constant(right)):
                return ast.copy_location(ast.Constant(left * right), node)
        return node


folded = FoldConstants().visit(ast.parse("area = 2 * 3 + 4 * radius"))
print(ast.unparse(folded))


class Trace(ast.NodeTransformer):
    """Adds a call in front of every statement of every function."""

    def visit_FunctionDef(self, node):
        self.generic_visit(node)
        body = []
        for statement in node.body:
            report = ast.parse(f"report({node.name!r}, {ast.unparse(statement)!r})").body[0]
            body += [report, statement]
        node.body = body
        return node


source = """
def gcd(a, b):
    while b:
        a, b = b, a % b
    return a
"""
module = ast.fix_missing_locations(Trace().visit(ast.parse(source)))
namespace = {"report": lambda *what: print("  about to run", what)}
exec(compile(module, "<traced>", "exec"), namespace)
print(namespace["gcd"](12, 18))

# Trees can be made from nothing, too: lambda x: x + 1
made = ast.Expression(ast.Lambda(
    ast.arguments(posonlyargs=[], args=[ast.arg("x")], kwonlyargs=[], kw_defaults=[], defaults=[]),
    ast.BinOp(ast.Name("x", ast.Load()), ast.Add(), ast.Constant(1))))
print(ast.unparse(made), eval(compile(ast.fix_missing_locations(made), "<made>", "eval"))(41))

# literal_eval takes constants and containers of them, and nothing that could do harm.
print(ast.literal_eval("{'a': [1, -2.5, (3+4j)], 'b': {None}}"))
for text in ("__import__('os')", "1 +", "[x]"):
    try:
        ast.literal_eval(text)
    except (ValueError, SyntaxError) as error:
        print(type(error).__name__, str(error).partition(" at 0x")[0])

node = ast.parse("x = (1 +\n     22)").body[0].value
print(node.lineno, node.col_offset, node.end_lineno, node.end_col_offset, ast.get_source_segment("x = (1 +\n     22)", node))
print([type(n).__name__ for n in ast.walk(node)])
