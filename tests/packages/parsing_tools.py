# Lark, PLY and pyparsing: a grammar each for arithmetic or data, with trees, transformers, precedence and errors.
import json

import ply.lex
import ply.yacc
import pyparsing as pp
from lark import Lark, Token, Transformer, Tree, UnexpectedInput, v_args
from lark.visitors import Visitor

grammar = r"""
    ?start: sum
    ?sum: product | sum "+" product -> add | sum "-" product -> sub
    ?product: atom | product "*" atom -> mul | product "/" atom -> div
    ?atom: NUMBER -> number | "-" atom -> neg | NAME -> var | "(" sum ")" | NAME "(" [sum ("," sum)*] ")" -> call
    %import common.CNAME -> NAME
    %import common.NUMBER
    %import common.WS
    %ignore WS
    COMMENT: /#[^\n]*/
    %ignore COMMENT
"""


@v_args(inline=True)
class Calculate(Transformer):
    from operator import add, mul, neg, sub, truediv as div
    number = float

    def __init__(self, names):
        super().__init__()
        self.names = names

    def var(self, name):
        return self.names[name]

    def call(self, name, *values):
        return {"max": max, "min": min}[name](*values)


class Names(Visitor):
    def __init__(self):
        self.found = []

    def var(self, tree):
        self.found.append(tree.children[0].value)


for parser in ("lalr", "earley"):
    lark = Lark(grammar, parser=parser, propagate_positions=True)
    tree = lark.parse("1 + 2 * (x - 3) / max(2, y) # end")
    print(parser, Calculate({"x": 9.0, "y": 4.0}).transform(tree))
    visitor = Names()
    visitor.visit(tree)
    print(sorted(visitor.found), tree.meta.end_column, [str(t) for t in tree.scan_values(lambda v: isinstance(v, Token) and v.type == "NUMBER")])
    for wrong in ("1 + ", "1 $ 2", "(1", "2 2"):
        try:
            lark.parse(wrong)
        except UnexpectedInput as error:
            print(type(error).__name__, error.line, error.column, repr(error.get_context(wrong)) if hasattr(error, "pos_in_stream") and error.pos_in_stream else "")
print(tree.pretty())
ambiguous = Lark('start: a* \n a: "x" | "x" "x"', ambiguity="explicit").parse("xxx")
print(ambiguous.data, len(ambiguous.children))
indented = Lark(r"""start: (_NL | item)*
item: NAME _NL [_INDENT item+ _DEDENT]
NAME: /\w+/
_NL: /(\r?\n[\t ]*)+/
%declare _INDENT _DEDENT
""", parser="lalr", postlex=type("Indent", (__import__("lark.indenter", fromlist=["Indenter"]).Indenter,), {
    "NL_type": "_NL", "OPEN_PAREN_types": [], "CLOSE_PAREN_types": [], "INDENT_type": "_INDENT", "DEDENT_type": "_DEDENT", "tab_len": 8})())
print(indented.parse("a\n  b\n    c\n  d\ne\n").pretty())

tokens = ("NAME", "NUMBER")
literals = "=+-*/()"
t_ignore = " \t"
t_NAME = r"[a-zA-Z_]\w*"


def t_NUMBER(t):
    r"\d+"
    t.value = int(t.value)
    return t


def t_error(t):
    print("illegal", repr(t.value[0]), "at", t.lexpos)
    t.lexer.skip(1)


precedence = (("left", "+", "-"), ("left", "*", "/"), ("right", "UMINUS"))
names = {}


def p_statement_assign(p):
    'statement : NAME "=" expression'
    names[p[1]] = p[3]


def p_statement_expression(p):
    "statement : expression"
    print("=", p[1])


def p_expression_binary(p):
    """expression : expression '+' expression
                  | expression '-' expression
                  | expression '*' expression
                  | expression '/' expression"""
    p[0] = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a // b}[p[2]](p[1], p[3])


def p_expression_minus(p):
    "expression : '-' expression %prec UMINUS"
    p[0] = -p[2]


def p_expression_group(p):
    "expression : '(' expression ')'"
    p[0] = p[2]


def p_expression_number(p):
    "expression : NUMBER"
    p[0] = p[1]


def p_expression_name(p):
    "expression : NAME"
    p[0] = names.get(p[1], 0)


def p_error(p):
    print("syntax error at", p.value if p else "the end")


lexer = ply.lex.lex()
parser = ply.yacc.yacc(write_tables=False, debug=False)
for line in ("x = 3 + 4 * 2", "-(x - 1) * 2", "1 +", "2 $ + 3", "y ) 1"):
    parser.parse(line, lexer=lexer)
lexer.input("a = 12 * b")
print([(t.type, t.value, t.lexpos) for t in lexer])

value = pp.Forward()
string = pp.QuotedString('"', esc_char="\\")
number = pp.pyparsing_common.number
array = pp.Group(pp.Suppress("[") + pp.Optional(pp.delimited_list(value)) + pp.Suppress("]"), aslist=True)
pair = pp.Group(string("key") + pp.Suppress(":") + value("value"))
table = pp.Dict(pp.Suppress("{") + pp.Optional(pp.delimited_list(pair)) + pp.Suppress("}"), asdict=True)
word = pp.MatchFirst([pp.Keyword(text).set_parse_action(pp.replace_with(meaning)) for text, meaning in (("true", True), ("false", False), ("null", None))])
value <<= string | number | array | table | word
text = '{"a": [1, 2.5, -3e2, {"b": "c\\"d"}], "t": true, "n": [null]}'
print(table.parse_string(text, parse_all=True).as_list(), json.loads(text)["a"][3])
for wrong in ('{"a": }', '{"a": 1', "[1]"):
    try:
        table.parse_string(wrong, parse_all=True)
    except pp.ParseException as error:
        print(error, error.loc, repr(error.line), error.column)
arithmetic = pp.infix_notation(pp.pyparsing_common.integer, [("-", 1, pp.OpAssoc.RIGHT), (pp.one_of("* /"), 2, pp.OpAssoc.LEFT), (pp.one_of("+ -"), 2, pp.OpAssoc.LEFT)])
print(arithmetic.parse_string("1+-2*(3-4)*5").as_list(), [(t.as_list(), s, e) for t, s, e in pp.Word(pp.nums).scan_string("a1 b22 c333")])
log = pp.Word(pp.nums, exact=4)("year") + "-" + pp.Word(pp.nums)("month") + pp.rest_of_line("rest") + pp.ZeroOrMore(pp.White())
print(log.parse_string("2020-12 something ").as_dict(), pp.Word(pp.alphas).set_parse_action(lambda t: t[0].upper()).transform_string("ab 1 cd"))
