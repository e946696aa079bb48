def counter(start):
    seen = []

    def step(by=1):
        nonlocal start
        start += by
        seen.append(start)
        return start
    return step


tick = counter(10)
tick()
tick(5)
print(tick.__closure__[1].cell_contents)
