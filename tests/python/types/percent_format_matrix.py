"""The % operator of str: every conversion with every flag over values of many types, mappings, stars, tuples, refusals."""
for template in ("%d", "%5d|", "%-5d|", "%05d", "%+d", "% d", "%i", "%u", "%x", "%#x", "%X", "%o", "%#o", "%e", "%.0e", "%f", "%.2f", "%#.0f", "%g", "%G", "%#g", "%s", "%10s|", "%-10s|", "%.2s", "%r", "%a", "%c", "%5c|", "%%", "%5%|", "%ld", "%hd", "%08.3f", "%+.1e", "%-+8d|", "%.10d", "%#010x"):
    row = []
    for value in (42, -42, 3.99, True, "é", None, 2 ** 70, float("inf")):
        try:
            row.append(template % (() if template in ("%%", "%5%|") else (value,)))
        except (TypeError, ValueError, OverflowError) as error:
            row.append(f"!{error}")
    print(template, row)
for expression in ("'%s' % 5", "'%s' % (5,)", "'%s' % ((5,),)", "'%s %s' % (1,)", "'%s' % (1, 2)", "'%s' % [1, 2]", "'%s' % {'a': 1}", "'%(a)s' % {'a': 1}", "'%(a)s %(a)r' % {'a': 'x'}", "'%(b)s' % {'a': 1}", "'%(a)s' % 5", "'%(a)s' % [1]", "'%(a' % {}", "'%()s' % {'': 7}", "'%(a(b))s' % {'a(b)': 8}", "'%*d' % (5, 42)", "'%-*d|' % (5, 42)", "'%*d' % (-5, 42)", "'%.*f' % (2, 3.14159)", "'%*.*f' % (8, 2, 3.14159)", "'%*d' % ('x', 1)", "'%*d' % (1,)", "'%(a)*d' % {'a': 1}", "'%q' % 1", "'%' % ()", "'%5' % ()", "'abc' % ()", "'abc' % 5", "'abc' % (5,)", "'abc' % {}", "'abc' % [1]", "'%c' % 'ab'", "'%c' % ''", "'%c' % 65", "'%c' % 1.5", "'%c' % 0x110000", "'%c' % -1", "'%d' % '5'", "'%d' % None", "'%x' % 1.5", "'%x' % 'a'", "'%f' % 'a'", "'%f' % None", "'%s%%' % 5", "'%.3r' % 'abcdef'", "'%.0s|' % 'abc'", "'%99999999999999999999d' % 1", "'%.99999999999d' % 1", "'%.2147483648f' % 1.0", "'%s' % b'bytes'", "'%d' % 1e300 == str(int(1e300))", "'%d' % float('nan')", "'%d' % float('inf')", "'%i' % 10 ** 20", "'%s' % Ellipsis", "'%(x)s %s' % ({'x': 1},)", "'%s %(x)s' % {'x': 1}", "5 % 'a'", "'%l' % 1", "'%z' % 1", "'a%' % 1", "'%\\n' % 1", "'%é' % 1"):
    try:
        print(expression, "=", ascii(eval(expression)))
    except Exception as error:
        print(expression, "->", type(error).__name__, ascii(str(error)))


class Index:
    def __index__(self):
        return 7

    def __int__(self):
        return 8

    def __float__(self):
        return 9.5

    def __str__(self):
        return "text"

    def __getitem__(self, key):
        return key * 2


print("%d %x %f %s %c" % (Index(), Index(), Index(), Index(), Index()), "%(ab)s" % Index(), "%s" % Index())
