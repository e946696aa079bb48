"""Quantities with units by operators, money with exact cents and rounding, and errors between incompatible
ones."""
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Unit:
    powers: tuple
    factor: Fraction = Fraction(1)

    def __mul__(self, other):
        powers = dict(self.powers)
        for name, n in other.powers:
            powers[name] = powers.get(name, 0) + n
        return Unit(tuple(sorted((k, n) for k, n in powers.items() if n)), self.factor * other.factor)

    def __pow__(self, n): return Unit(tuple((k, p * n) for k, p in self.powers if n), self.factor ** n)
    def __truediv__(self, other): return self * other ** -1
    def __rmul__(self, number): return Quantity(Fraction(str(number)) * self.factor, Unit(self.powers))
    def __str__(self): return "·".join(k + ("" if n == 1 else f"^{n}") for k, n in self.powers) or "1"


@dataclass(frozen=True, order=False)
class Quantity:
    value: Fraction
    unit: Unit

    def _same(self, other):
        if not isinstance(other, Quantity) or self.unit != other.unit:
            raise TypeError(f"{self} and {other} do not fit")
        return other.value

    def __add__(self, other): return Quantity(self.value + self._same(other), self.unit)
    def __lt__(self, other): return self.value < self._same(other)
    def __mul__(self, other): return Quantity(self.value * getattr(other, "value", other),
                                              self.unit * getattr(other, "unit", Unit(())))
    def __truediv__(self, other): return Quantity(self.value / other.value, self.unit / other.unit)
    def into(self, unit):
        if unit.powers != self.unit.powers:
            raise TypeError(f"{self} is not in {unit}")
        return float(self.value / unit.factor)
    def __str__(self): return f"{float(self.value):g} {self.unit}"


m, s, kg = (Unit(((n, 1),)) for n in ("m", "s", "kg"))
km, h, newton = Unit(m.powers, Fraction(1000)), Unit(s.powers, Fraction(3600)), kg * m / s ** 2
speed = (100 * km) / (2 * h)
print(speed, speed.into(km / h), 5 * newton, (3 * kg) * (2 * m), 1.5 * km < 2 * km,
      max(3 * m, 0.002 * km, 1 * m), sum([1 * m, 2 * km], 0 * m), (4 * m) / (2 * m))
for action in (lambda: 1 * m + 1 * s, lambda: speed.into(kg), lambda: 1 * m < 5, lambda: (1 * m) / (0 * s),
               lambda: sorted([1 * m, 1 * kg]), lambda: m * 5):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
cents = [round(Fraction(n, 3) * 100) for n in (1, 2, 5)]
print(cents, [f"{c // 100}.{c % 100:02}" for c in cents], [round(x, 2) for x in (0.125, 0.375, 2.675)],
      divmod(-705, 100), f"{1234567.891:,.2f}")
