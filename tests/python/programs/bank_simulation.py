"""Accounts, transactions that roll back, a statement: classes, exceptions and context managers together."""
from contextlib import contextmanager
from decimal import Decimal


class InsufficientFunds(Exception):
    def __init__(self, account, amount):
        super().__init__(f"{account.owner} lacks {amount - account.balance:.2f}")


class Account:
    interest = Decimal("0.01")

    def __init__(self, owner, balance=0):
        self.owner, self._balance, self.history = owner, Decimal(balance), []

    @property
    def balance(self):
        return self._balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amounts are positive")
        self._balance += amount
        self.history.append(("deposit", amount))

    def withdraw(self, amount):
        if amount > self._balance:
            raise InsufficientFunds(self, amount)
        self._balance -= amount
        self.history.append(("withdraw", amount))

    def __repr__(self):
        return f"<{type(self).__name__} {self.owner}: {self._balance}>"


class Savings(Account):
    interest = Decimal("0.035")

    def grow(self, years):
        for _ in range(years):
            self._balance = (self._balance * (1 + self.interest)).quantize(Decimal("0.01"))


@contextmanager
def transaction(*accounts):
    saved = [(account, account._balance, len(account.history)) for account in accounts]
    try:
        yield
    except Exception:
        for account, balance, length in saved:
            account._balance = balance
            del account.history[length:]
        raise


def transfer(source, target, amount):
    with transaction(source, target):
        target.deposit(amount)
        source.withdraw(amount)


ada, bob = Account("ada", 100), Savings("bob", 50)
transfer(ada, bob, Decimal("30.50"))
print(ada, bob, ada.history)
for amount in (Decimal(500), Decimal(-1)):
    try:
        transfer(ada, bob, amount)
    except (InsufficientFunds, ValueError) as error:
        print(type(error).__name__, error, ada, bob, len(bob.history))
bob.grow(10)
print(bob)
try:
    ada.balance = 10**6
except AttributeError as error:
    print(error)
