def twice(n):
    return n + n


class Shop:
    def price(self, n):
        return twice(n)


make = lambda n: twice(n)
numbers = [twice(n) for n in range(2)]
print(Shop().price(3), make(4), numbers)
