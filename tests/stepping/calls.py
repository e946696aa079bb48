def leaf(n):
    return n + 1


def twice(n):
    first = leaf(n)
    return leaf(first)


result = twice(5)
print(result)
