def total(prices):
    result = 0
    for price in prices:
        result += price
    return result


def bill(table):
    return {name: total(prices) for name, prices in table.items()}


print(bill({"tea": [2, 3], "cake": [4]}))
