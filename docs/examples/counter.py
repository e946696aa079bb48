def counter(start):
    def step(by=1):
        nonlocal start
        start += by
        return start
    return step
