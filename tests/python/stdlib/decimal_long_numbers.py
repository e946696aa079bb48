"""Numbers of thousands of digits: products, quotients, roots, remainders, ints both ways, texts."""

import random
import sys
from decimal import *

sys.set_int_max_str_digits(0)
rng = random.Random(1)


def digest(number):
    text = str(number)
    return len(text), text[:12], text[-12:], hash(number)


def number(count):
    return Decimal(rng.choice(["9" * count, "1" + "0" * (count - 1), str(rng.randrange(10 ** (count - 1), 10 ** count))]))


for precision in (1000, 5000, 12000):
    context = Context(prec=precision, Emax=MAX_EMAX, Emin=MIN_EMIN)
    for _ in range(4):
        a, b = number(rng.randint(1, 9000)), number(rng.randint(1, 7000))
        print(digest(context.multiply(a, b)), digest(context.divide(a, b)), digest(context.sqrt(a)))
        exact = Context(prec=20000)
        quotient, rest = exact.divmod(a, b)
        print(digest(quotient), digest(rest), exact.fma(quotient, b, rest) == a)
        print(digest(context.subtract(a, b)), digest(context.power(b, 3)))
context = Context(prec=2000)
for name in ("exp", "ln", "log10", "sqrt"):
    print(name, digest(getattr(context, name)(Decimal(7))))
root = context.sqrt(2)
print(context.multiply(root, root), digest(context.exp(context.ln(Decimal(3)))))

for count in (1, 17, 18, 19, 1000, 1157, 10000):
    value = 7 ** count
    print(count, Decimal(value) == value, int(Decimal(value)) == value, int(-Decimal(value)) == -value, hash(Decimal(value)) == hash(value))
million = Decimal("1" * 1000000)
print(million.adjusted(), hash(million), len(str(million)), million.is_signed(), (million - million).is_zero())
print(Decimal("0." + "0" * 100000 + "5").adjusted())
getcontext().prec = 50000
third = Decimal(1) / 3
print(digest(third), digest(third * 3), digest(third + third), third.compare(Decimal(0)))

# Exact results are short whatever the precision; others need more memory than there is.
huge = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)
print(huge.divide(4, 2), huge.divide(1, 8), huge.sqrt(Decimal("0.0625")), huge.power(400, -1), huge.divmod(10, 3), huge.log10(1000))
for operation in (lambda: huge.divide(1, 3), lambda: huge.sqrt(2), lambda: huge.add(Decimal("1E+999999999999999"), 1),
                  lambda: huge.logical_invert(1), lambda: huge.next_plus(1), lambda: huge.quantize(Decimal("1E+99999999999999"), 1)):
    try:
        print(operation())
    except MemoryError:
        print("MemoryError", huge.flags[InvalidOperation])
