"""Loops of floating-point arithmetic: numeric integration, the Mandelbrot set, a chaotic map."""


def integrate(steps):
    width = 1.0 / steps
    area = 0.0
    for i in range(steps):
        x = (i + 0.5) * width
        area += 4.0 / (1.0 + x * x)
    return area * width


def mandelbrot(size, limit):
    inside = 0
    for row in range(size):
        ci = 2.0 * row / size - 1.0
        for column in range(size):
            cr = 3.0 * column / size - 2.0
            x = y = 0.0
            for _ in range(limit):
                xx = x * x
                yy = y * y
                if xx + yy > 4.0:
                    break
                y = 2.0 * x * y + ci
                x = xx - yy + cr
            else:
                inside += 1
    return inside


def logistic(steps):
    x = 0.3
    for _ in range(steps):
        x = 3.9 * x * (1.0 - x)
    return x


print(round(integrate(3_000_000), 9), mandelbrot(260, 80), 0.0 < logistic(4_000_000) < 1.0)
