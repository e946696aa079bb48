# SymPy: simplifying, calculus, equations, matrices, number theory, printing.
from sympy import *
from sympy.parsing.sympy_parser import parse_expr

x, y, z = symbols("x y z")
n = Symbol("n", integer=True, positive=True)
print(expand((x + y) ** 5), factor(x ** 6 - 1), simplify(sin(x) ** 2 + cos(x) ** 2), cancel((x ** 2 - 1) / (x - 1)), apart(1 / (x * (x + 1) * (x + 2))))
print(diff(exp(x ** 2) * sin(x), x, 2), integrate(x * exp(-x), (x, 0, oo)), integrate(1 / (1 + x ** 4), x), limit(sin(x) / x, x, 0), series(tan(x), x, 0, 8))
print(solve(x ** 3 - 6 * x ** 2 + 11 * x - 6), solve([x + y - 3, x * y - 2], [x, y]), solveset(sin(x) - 1, x, S.Reals), nsolve(cos(x) - x, 1))
M = Matrix([[2, 1, 0], [1, 2, 1], [0, 1, 2]])
print(M.det(), M.inv(), M.eigenvals(), M.charpoly(x).as_expr(), M.rref(), (M ** 5).trace())
print(factorint(2 ** 64 - 1), isprime(2 ** 89 - 1), list(primerange(50, 80)), totient(360), gcd(1071, 462), lcm(12, 18), nextprime(10 ** 12))
print(Rational(3, 7) + Rational(2, 5), sqrt(8), N(pi, 40), exp(I * pi), binomial(40, 20), fibonacci(100), bernoulli(20), zeta(4))
print(summation(1 / n ** 2, (n, 1, oo)), product(n, (n, 1, 6)), dsolve(Function("f")(x).diff(x) - Function("f")(x), Function("f")(x)))
pprint(Integral(sqrt(1 / x), (x, 1, 2)) + Matrix([[x, y ** 2], [1, z / 3]])[0, 1])
print(latex(Integral(cos(x) ** 2, (x, 0, pi))), srepr(x ** 2 + 1), ccode(sin(x) ** 2), parse_expr("2*x + 3*y**2"))
print((x > 3) & (x < 5), Interval(0, 3).union(Interval(2, 5)), Piecewise((x, x < 1), (x ** 2, True)).subs(x, 3), simplify_logic((x & y) | (x & ~y)))
print(Poly(x ** 4 + x + 1, x, modulus=2).factor_list(), groebner([x ** 2 + y, x * y - 1], x, y, order="lex"), resultant(x ** 2 - 2, x ** 3 - x, x))
f = lambdify((x, y), x ** 2 + sin(y), "math")
print(f(3, 0), x.assumptions0.get("commutative"), (n / 2).is_integer, sqrt(n).is_positive, ask(Q.even(2 * n), Q.integer(n)))
