"""From text to result: tokens, syntax tree, symbol table, bytecode, execution. Each stage can be looked at."""
import ast
import dis
import io
import symtable
import tokenize

SOURCE = """\
def scale(x):
    return x * factor + 1

factor = 2 * 5
result = scale(4)
"""

print("1. tokens")
for token in tokenize.generate_tokens(io.StringIO(SOURCE).readline):
    if token.start[0] == 2:
        print(f"   {tokenize.tok_name[token.type]:8} {token.string!r}")

print("2. syntax tree")
tree = ast.parse(SOURCE)
print(ast.dump(tree.body[0].body[0], indent=3))
print(ast.unparse(tree.body[1]), "is", type(tree.body[1]).__name__)

print("3. symbol table")
table = symtable.symtable(SOURCE, "<example>", "exec")
for scope in (table, table.get_children()[0]):
    for symbol in scope.get_symbols():
        kind = "parameter" if symbol.is_parameter() else "local" if symbol.is_local() else "global"
        print(f"   {scope.get_name():6} {symbol.get_name():7} {kind}")

print("4. bytecode")
code = compile(tree, "<example>", "exec")
for instruction in dis.get_instructions(code):
    print(f"   {instruction.offset:3} {instruction.opname:15} {instruction.argrepr.split(' at 0x')[0]}")
print("   constants folded by the compiler:", [c for c in code.co_consts if isinstance(c, int)])

print("5. execution")
namespace = {}
exec(code, namespace)
print("  ", namespace["result"])


class Doubler(ast.NodeTransformer):
    """Between the stages the tree can be changed."""

    def visit_Constant(self, node):
        return ast.copy_location(ast.Constant(node.value * 2), node)


changed = ast.fix_missing_locations(Doubler().visit(ast.parse(SOURCE)))
exec(compile(changed, "<changed>", "exec"), namespace)
print("  ", ast.unparse(changed.body[1]), "->", namespace["result"])
