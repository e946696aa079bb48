"""Multiplies, inverts and takes determinants of matrices held as lists of lists, in floats and in exact fractions."""


def multiply(left, right):
    columns = list(zip(*right))
    return [[sum(a * b for a, b in zip(row, column)) for column in columns] for row in left]


def identity(size):
    return [[1.0 if i == j else 0.0 for j in range(size)] for i in range(size)]


def inverse(matrix):
    size = len(matrix)
    work = [row[:] + unit for row, unit in zip(matrix, identity(size))]
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(work[row][column]))
        work[column], work[pivot] = work[pivot], work[column]
        scale = work[column][column]
        work[column] = [value / scale for value in work[column]]
        for row in range(size):
            if row != column:
                factor = work[row][column]
                if factor:
                    target = work[row]
                    source = work[column]
                    for k in range(2 * size):
                        target[k] -= factor * source[k]
    return [row[size:] for row in work]


def determinant(matrix):
    """Bareiss: exact for integers."""
    rows = [row[:] for row in matrix]
    sign, previous = 1, 1
    for k in range(len(rows) - 1):
        if rows[k][k] == 0:
            for other in range(k + 1, len(rows)):
                if rows[other][k]:
                    rows[k], rows[other] = rows[other], rows[k]
                    sign = -sign
                    break
            else:
                return 0
        for i in range(k + 1, len(rows)):
            for j in range(k + 1, len(rows)):
                rows[i][j] = (rows[i][j] * rows[k][k] - rows[i][k] * rows[k][j]) // previous
        previous = rows[k][k]
    return sign * rows[-1][-1]


def generate(size, seed):
    values = []
    for _ in range(size):
        row = []
        for _ in range(size):
            seed = (seed * 1103515245 + 12345) % 21474831008
            row.append(seed % 19 - 9)
        values.append(row)
    return values


matrix = [[float(value) for value in row] for row in generate(100, 7)]
product = multiply(matrix, matrix)
for _ in range(3):
    product = [[value / 100 for value in row] for row in multiply(product, matrix)]
print(f"{sum(map(sum, product)):.6e}")
back = multiply(matrix, inverse(matrix))
print(max(abs(back[i][j] - (i == j)) for i in range(100) for j in range(100)) < 1e-9)
print(determinant(generate(60, 3)))
