"""A matrix with operators, exact elimination over fractions, determinants, inverses, powers and printing."""
from fractions import Fraction
from functools import reduce
from itertools import chain


class Matrix:
    def __init__(self, rows):
        self.rows = [[Fraction(x) for x in row] for row in rows]
        if len({len(row) for row in self.rows}) > 1:
            raise ValueError("rows of different length")

    @classmethod
    def identity(cls, n):
        return cls([i == j for j in range(n)] for i in range(n))

    shape = property(lambda self: (len(self.rows), len(self.rows[0])))
    T = property(lambda self: Matrix(zip(*self.rows)))

    def __getitem__(self, key):
        if isinstance(key, tuple):
            i, j = key
            rows = self.rows[i] if isinstance(i, slice) else [self.rows[i]]
            picked = [row[j] if isinstance(j, slice) else [row[j]] for row in rows]
            return Matrix(picked) if isinstance(i, slice) or isinstance(j, slice) else picked[0][0]
        return self.rows[key]

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __add__(self, other):
        if not isinstance(other, Matrix):
            return NotImplemented
        if self.shape != other.shape:
            raise ValueError(f"shapes {self.shape} and {other.shape}")
        return Matrix([a + b for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows))

    def __neg__(self):
        return -1 * self

    def __sub__(self, other):
        return self + -other

    def __rmul__(self, scalar):
        return Matrix([scalar * x for x in row] for row in self.rows)

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"{self.shape} @ {other.shape}")
        columns = list(zip(*other.rows))
        return Matrix([sum(map(Fraction.__mul__, row, column)) for column in columns] for row in self.rows)

    def __pow__(self, n):
        if n < 0:
            return self.inverse() ** -n
        result, base = Matrix.identity(len(self.rows)), self
        while n:
            if n & 1:
                result @= base
            base, n = base @ base, n >> 1
        return result

    def reduced(self):
        rows, sign, lead = [row[:] for row in self.rows], 1, 0
        pivots = []
        for r in range(len(rows)):
            pivot = next(((i, c) for c in range(lead, len(rows[0])) for i in range(r, len(rows)) if rows[i][c]),
                         None)
            if pivot is None:
                break
            i, c = pivot
            if i != r:
                rows[i], rows[r], sign = rows[r], rows[i], -sign
            pivots.append(rows[r][c])
            rows[r] = [x / pivots[-1] for x in rows[r]]
            for k in range(len(rows)):
                if k != r:
                    rows[k] = [x - rows[k][c] * y for x, y in zip(rows[k], rows[r])]
            lead = c + 1
        return rows, pivots, sign

    def determinant(self):
        _, pivots, sign = self.reduced()
        return sign * reduce(Fraction.__mul__, pivots,
                             Fraction(1)) if len(pivots) == len(self.rows) else Fraction(0)

    def inverse(self):
        n = len(self.rows)
        if not self.determinant():
            raise ZeroDivisionError("singular matrix")
        rows, _, _ = Matrix(row + one for row, one in zip(self.rows, Matrix.identity(n).rows)).reduced()
        return Matrix(row[n:] for row in rows)

    def __str__(self):
        texts = [[str(x) for x in row] for row in self.rows]
        width = max(map(len, chain.from_iterable(texts)))
        return "\n".join("[" + " ".join(text.rjust(width) for text in row) + "]" for row in texts)


a, b = Matrix([[2, 1, -1], [-3, -1, 2], [-2, 1, 2]]), Matrix([[1, 2], [3, 4], [5, 6]])
print(a, a.determinant(), a.inverse(), a @ b, b.T, a ** 5, a ** -2, a - a, sep="\n")
print(a @ a.inverse() == Matrix.identity(3), a[0, 1], a[1:, :2], a[0][2],
      (Matrix([[1, 1], [1, 0]]) ** 90)[0, 1], sep="\n")
hilbert = Matrix([[Fraction(1, i + j + 1) for j in range(4)] for i in range(4)])
print(hilbert.determinant(), hilbert.inverse(), sep="\n")
for action in (lambda: a + b, lambda: b @ b, lambda: Matrix([[1, 2], [2, 4]]).inverse(), lambda: a + 1,
               lambda: Matrix([[1], [1, 2]]), lambda: a * 2, lambda: a[5, 0], lambda: 1.5 * Matrix([[1]])):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
