"""Logs through a tree of loggers with levels, filters, formatters and two handlers that write to memory."""

import io
import logging

stream, errors = io.StringIO(), io.StringIO()
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter("%(levelname)-8s %(name)s:%(lineno)d %(message)s"))
error_handler = logging.StreamHandler(errors)
error_handler.setLevel(logging.ERROR)
error_handler.setFormatter(logging.Formatter("{levelname} {message}", style="{"))
root = logging.getLogger("shop")
root.setLevel(logging.INFO)
root.propagate = False
root.addHandler(handler)
root.addHandler(error_handler)
orders = logging.getLogger("shop.orders")
orders.addFilter(lambda record: "secret" not in record.getMessage())

for number in range(20000):
    orders.debug("not shown %d", number)
    orders.info("order %d of %s", number, "customer")
    if number % 10 == 0:
        orders.warning("late: %(days)d days", {"days": number % 30})
    if number % 100 == 0:
        orders.info("secret")
        try:
            number // (number % 200)
        except ZeroDivisionError:
            orders.exception("division")
print(stream.getvalue().count("\n"), errors.getvalue().count("Traceback"), stream.getvalue()[:40])
