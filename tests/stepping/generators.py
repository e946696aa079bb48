def squares(n):
    for i in range(n):
        yield i * i


def chained(n):
    yield from squares(n)
    return "end"


total = 0
for value in chained(3):
    total += value
print(total)
