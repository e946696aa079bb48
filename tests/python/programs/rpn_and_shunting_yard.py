"""Infix to postfix by the shunting-yard algorithm, and a calculator with variables and errors."""
import operator
import re

OPERATORS = {"+": (1, "left", operator.add), "-": (1, "left", operator.sub), "*": (2, "left", operator.mul),
             "/": (2, "left", operator.truediv), "%": (2, "left", operator.mod),
             "^": (4, "right", operator.pow)}


def tokenize(text):
    for m in re.finditer(r"\s*(?:(\d+(?:\.\d+)?)|(\w+)|(.))", text):
        number, name, other = m.groups()
        yield float(number) if number else name or other


def postfix(tokens):
    out, stack, before = [], [], None
    for token in tokens:
        match token:
            case float():
                out.append(token)
            case "(":
                stack.append(token)
            case ")":
                while stack and stack[-1] != "(":
                    out.append(stack.pop())
                if not stack:
                    raise SyntaxError("unbalanced )")
                stack.pop()
            case "-" if before in (None, "(") or before in OPERATORS:
                stack.append("negate")
            case op if op in OPERATORS:
                level, side, _ = OPERATORS[op]
                while stack and stack[-1] != "(":
                    other = 3 if stack[-1] == "negate" else OPERATORS[stack[-1]][0]
                    if other < level or other == level and side == "right":
                        break
                    out.append(stack.pop())
                stack.append(op)
            case str() if token.isidentifier():
                out.append(token)
            case _:
                raise SyntaxError(f"unexpected {token!r}")
        before = token
    if "(" in stack:
        raise SyntaxError("unbalanced (")
    return out + stack[::-1]


def evaluate(code, **names):
    stack = []
    for item in code:
        if isinstance(item, float):
            stack.append(item)
        elif item == "negate":
            stack.append(-stack.pop())
        elif item in OPERATORS:
            right, left = stack.pop(), stack.pop()
            stack.append(OPERATORS[item][2](left, right))
        else:
            stack.append(names[item])
    [result] = stack
    return result


for text in ("1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-2 ^ 2", "-(1 - -3) / x", "10 % 4 - y * 2", "1 / 0",
             "1 +", "(1", "1)", "2 $ 3", "z", "1 2", ""):
    try:
        code = postfix(tokenize(text))
        print(text, "=>", *code, "=", evaluate(code, x=4, y=0.5))
    except Exception as error:
        print(text, "=>", type(error).__name__, error)
