total = 0


def outer():
    shared = []
    plain = 1

    def inner():
        nonlocal plain
        plain += 1
        shared.append(plain)

    inner()
    local = plain
    local += 1
    del local
    return shared


for number in outer():
    total += number


class Box:
    size = 1
    size += 1


del total
