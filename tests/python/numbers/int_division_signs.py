"""Floor division, modulo, divmod, shifts and bit operations over signs and sizes."""
values = (0, 1, -1, 7, -7, 2**31, -2**31, 2**64 + 1, -2**64 - 1, 10**40)
for a in values:
    row = []
    for b in (3, -3, 2**33, -10**20):
        q, r = divmod(a, b)
        assert q * b + r == a and (r == 0 or (r < 0) == (b < 0)) and abs(r) < abs(b)
        row.append((a // b == q, a % b == r, q % 1000, r % 1000))
    print(a, row)
for a in (5, -5, 2**70, -2**70):
    print(a >> 1, a >> 100, a << 3, a & 0xFF, a | 1, a ^ -1, ~a, a & -a)
for call in (lambda: 1 // 0, lambda: 1 % 0, lambda: divmod(1, 0), lambda: 1 << -1, lambda: 1 >> -1,
             lambda: 2**80 // 0, lambda: 1 << (1 << 70), lambda: 1 << 1.5, lambda: 5 & 1.0, lambda: ~1.5,
             lambda: divmod(1, "a"), lambda: 1 / 0, lambda: 0 / 0, lambda: 2**2000 / 1.0, lambda: 0 ** -1):
    try:
        print(call())
    except (ZeroDivisionError, ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
print(0 >> (1 << 70), -1 >> (1 << 70), 5 >> (1 << 70), 0 << (1 << 70))
print(2**200 / 2**199, 10**400 // 10**399, (10**400) / (10**390), -7 / 2, 1 / 3, 2**1000 / 3**600)
print(True + True, True & False, True | 2, ~True, -True, True << 3, divmod(True, 2), type(True & True), type(True & 1))
