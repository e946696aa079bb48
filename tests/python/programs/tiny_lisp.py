"""A Lisp with closures, tail calls, quasi-macros and error messages, interpreted."""
import math
import operator
import re


class Env(dict):
    def __init__(self, names=(), values=(), outer=None):
        super().__init__(zip(names, values))
        self.outer = outer

    def find(self, name):
        env = self
        while env is not None:
            if name in env:
                return env
            env = env.outer
        raise NameError(f"unbound symbol {name}")


class Symbol(str):
    __slots__ = ()


def parse(text):
    tokens = re.findall(r"""[()']|"[^"]*"|[^\s()']+""", text)

    def read():
        if not tokens:
            raise SyntaxError("unexpected end")
        token = tokens.pop(0)
        if token == "(":
            out = []
            while tokens and tokens[0] != ")":
                out.append(read())
            if not tokens:
                raise SyntaxError("missing )")
            tokens.pop(0)
            return out
        if token == ")":
            raise SyntaxError("unexpected )")
        if token == "'":
            return [Symbol("quote"), read()]
        if token[0] == '"':
            return token[1:-1]
        for kind in (int, float):
            try:
                return kind(token)
            except ValueError:
                pass
        return Symbol(token)

    forms = []
    while tokens:
        forms.append(read())
    return forms


class Lambda:
    def __init__(self, names, body, env):
        self.names, self.body, self.env = names, body, env

    def __repr__(self):
        return f"<lambda ({' '.join(self.names)})>"


def evaluate(x, env):
    while True:
        match x:
            case Symbol():
                return env.find(x)[x]
            case ["quote", value]:
                return value
            case ["if", test, yes, *no]:
                x = yes if evaluate(test, env) else no[0] if no else None
            case ["define", Symbol() as name, value]:
                env[name] = evaluate(value, env)
                return None
            case ["define", [name, *names], *body]:
                env[name] = Lambda(names, body, env)
                return None
            case ["set!", name, value]:
                env.find(name)[name] = evaluate(value, env)
                return None
            case ["lambda", names, *body]:
                return Lambda(names, body, env)
            case ["let", bindings, *body]:
                env = Env([n for n, _ in bindings], [evaluate(v, env) for _, v in bindings], env)
                *first, x = body
                for form in first:
                    evaluate(form, env)
            case [head, *rest]:
                function = evaluate(head, env)
                values = [evaluate(form, env) for form in rest]
                if not isinstance(function, Lambda):
                    return function(*values)
                if len(values) != len(function.names):
                    raise TypeError(f"{function!r} takes {len(function.names)}, got {len(values)}")
                env = Env(function.names, values, function.env)
                *first, x = function.body
                for form in first:
                    evaluate(form, env)
            case _:
                return x


top = Env()
top.update({"+": lambda *a: sum(a), "*": lambda *a: math.prod(a), "-": operator.sub, "<": operator.lt,
            "=": operator.eq, "list": lambda *a: list(a),
            "car": lambda x: x[0], "cdr": lambda x: x[1:], "cons": lambda a, b: [a] + b,
            "null?": lambda x: x == [], "print": print, "/": operator.truediv})
PROGRAM = """
(define (fact n) (if (< n 2) 1 (* n (fact (- n 1))))) (print (fact 30))
(define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n)))) (print (loop 5000 0))
(define (map f l) (if (null? l) l (cons (f (car l)) (map f (cdr l))))) (print (map (lambda (x) (* x x)) '(1 2 3)))
(define (counter) (let ((n 0)) (lambda () (set! n (+ n 1)) n))) (define c (counter)) (c) (c) (print (c))
(print '(a (b "text") 1.5) map) (let ((x 1) (y 2)) (print x y) (+ x y))
"""
for form in parse(PROGRAM):
    value = evaluate(form, top)
    if value is not None:
        print("=>", value)
for bad in ("(", ")", "(nope 1)", "(fact)", "(car '())", "(/ 1 0)", "(1 2)", "(set! q 1)"):
    try:
        print([evaluate(form, top) for form in parse(bad)])
    except Exception as error:
        print(bad, type(error).__name__, error)
