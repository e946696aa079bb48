def price(amount, each):
    return amount * each

total = price(3, 14)
print(total)
