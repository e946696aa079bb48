"""Lists: append, index, slices, nested lists, in-place changes, a stack and a queue."""


def matrix(size):
    return [[(row * size + column) % 17 for column in range(size)] for row in range(size)]


def multiply(a, b):
    size = len(a)
    result = []
    for i in range(size):
        row = []
        left = a[i]
        for j in range(size):
            entry = 0
            for k in range(size):
                entry += left[k] * b[k][j]
            row.append(entry)
        result.append(row)
    return result


def rotate(items, rounds):
    for i in range(rounds):
        items.append(items.pop(0))
        items[i % len(items)], items[0] = items[0], items[i % len(items)]
    return items


def stack_machine(rounds):
    stack = []
    for i in range(rounds):
        stack.append(i)
        stack.append(i + 1)
        if len(stack) > 20:
            right = stack.pop()
            left = stack.pop()
            stack[-1] = left - right
            del stack[3:9]
    return sum(stack)


def main():
    product = multiply(matrix(180), matrix(180))
    flat = [entry for row in product for entry in row]
    flat.reverse()
    items = rotate(list(range(200)), 900_000)
    halves = 0
    for i in range(200_000):
        halves += len(flat[i % 100 : 100 + i % 50 : 3])
    return sum(flat[::7]), items[:4], stack_machine(2_000_000), halves


print(*main())
