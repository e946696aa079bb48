"""Matrices over fractions: multiplication, determinant, inverse, solving, powers."""
from fractions import Fraction


class Matrix:
    def __init__(self, rows):
        self.rows = [[Fraction(x) for x in row] for row in rows]
        if len({len(row) for row in self.rows}) != 1:
            raise ValueError("rows of different length")

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    def __matmul__(self, other):
        if len(self.rows[0]) != len(other.rows):
            raise ValueError("shapes do not fit")
        return Matrix([[sum(a * b for a, b in zip(row, column)) for column in zip(*other.rows)] for row in self.rows])

    def __pow__(self, n):
        result, base = Matrix.identity(len(self.rows)), self
        while n:
            if n & 1:
                result = result @ base
            base, n = base @ base, n >> 1
        return result

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __str__(self):
        return "; ".join(" ".join(map(str, row)) for row in self.rows)

    def inverse(self):
        n = len(self.rows)
        work = [row + unit for row, unit in zip(self.rows, Matrix.identity(n).rows)]
        for i in range(n):
            pivot = next((r for r in range(i, n) if work[r][i]), None)
            if pivot is None:
                raise ZeroDivisionError("singular matrix")
            work[i], work[pivot] = work[pivot], work[i]
            work[i] = [x / work[i][i] for x in work[i]]
            for r in range(n):
                if r != i:
                    work[r] = [a - work[r][i] * b for a, b in zip(work[r], work[i])]
        return Matrix([row[n:] for row in work])

    def determinant(self):
        if len(self.rows) == 1:
            return self.rows[0][0]
        return sum((-1) ** j * self.rows[0][j] * Matrix([row[:j] + row[j + 1:] for row in self.rows[1:]]).determinant()
                   for j in range(len(self.rows)))


m = Matrix([[2, 1, 3], [0, "1/2", 4], [5, 6, 1]])
print(m, "|", m.inverse(), "|", m.determinant(), m @ m.inverse() == Matrix.identity(3))
print(Matrix([[1, 1], [1, 0]]) ** 50, "|", Matrix([[1.5, 0.25]]))
for attempt in (lambda: Matrix([[1, 2], [2, 4]]).inverse(), lambda: m @ Matrix([[1]]), lambda: Matrix([[1], [1, 2]]), lambda: Matrix([["x"]]),
                lambda: m != 5, lambda: hash(m)):
    try:
        print(attempt())
    except (ValueError, ZeroDivisionError, TypeError) as error:
        print(type(error).__name__, error)
