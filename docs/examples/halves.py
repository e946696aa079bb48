from fractions import Fraction

def halves(numbers):
    result = 0
    for number in numbers:
        result = result + number * Fraction(1, 2)
    return result

print(halves([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))
