"""Formats a report in every way Python has: f-strings, format specs, %-formatting, str.format, join and padding."""


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __format__(self, spec):
        text = f"{self.cents // 100:,}.{self.cents % 100:02d}"
        return f"{text:{spec}}" if spec else text

    def __str__(self):
        return format(self)


def rows(count):
    state = 5
    for number in range(count):
        state = (state * 1103515245 + 12345) % 2147483648
        yield number, f"item-{state % 977:03d}", state / 7919.0, Money(state // 100), state % 2 == 0


def by_fstring(number, name, value, money, flag):
    return f"{number:>6} | {name:<10} | {value:12.3f} | {money:>16} | {flag!s:^7} | {number:#06x}"


def by_percent(number, name, value, money, flag):
    return "%6d | %-10s | %12.3f | %16s | %-7r | %#06x" % (number, name, value, money, flag, number)


TEMPLATE = "{0:>6} | {1:<10} | {2:12.3f} | {3:>16} | {flag!s:^7} | {0:#06x}"


def by_format(number, name, value, money, flag):
    return TEMPLATE.format(number, name, value, money, flag=flag)


def by_join(number, name, value, money, flag):
    cells = [str(number).rjust(6), name.ljust(10), repr(round(value, 3)).rjust(12), str(money).rjust(16),
             str(flag).center(7), hex(number)]
    return " | ".join(cells)


def checksum(text):
    total = 0
    for byte in text.encode():
        total = (total * 131 + byte) % 4294967291
    return total


total = 0
sample = []
for row in rows(30_000):
    lines = [by_fstring(*row), by_percent(*row), by_format(*row), by_join(*row)]
    total += sum(len(line) for line in lines)
    if row[0] % 1000 == 0:
        sample.append("\n".join(lines))
report = "\n".join(sample)
print(report[:400])
print(total, checksum(report))
