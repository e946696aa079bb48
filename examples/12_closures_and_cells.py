"""A closure keeps variables, not values: inner and outer function share them through cells."""


def account(balance):
    def deposit(amount):
        nonlocal balance
        balance += amount
        return balance

    def show():
        return f"balance {balance}"

    return deposit, show


deposit, show = account(100)
print(deposit(50), show())                  # both see the same variable

# The compiler calls it a cell variable outside and a free variable inside.
print(account.__code__.co_cellvars, deposit.__code__.co_freevars, show.__code__.co_freevars)
cell = deposit.__closure__[0]
print(type(cell).__name__, cell.cell_contents, cell is show.__closure__[0])
cell.cell_contents = 1                      # a cell can be written from outside
print(show())

# Every call of account makes new cells.
other_deposit, other_show = account(0)
other_deposit(7)
print(other_show(), show())

# All three functions share one variable i, which is 2 when they run.
late = []
for i in range(3):
    late.append(lambda: i)
print([f() for f in late], late[0].__closure__)


def make(i):
    return lambda: i                        # a new cell for each call


print([make(i)() for i in range(3)], [f() for f in [lambda i=i: i for i in range(3)]])


def early():
    def use():
        return value
    try:
        use()
    except NameError as error:
        print(error)
    try:
        use.__closure__[0].cell_contents
    except ValueError as error:
        print(error)
    value = "filled"
    return use()


print(early())


def average():
    """State without a class."""
    total = count = 0

    def add(number):
        nonlocal total, count
        total += number
        count += 1
        return total / count
    return add


add = average()
print(add(10), add(20), add(60))
