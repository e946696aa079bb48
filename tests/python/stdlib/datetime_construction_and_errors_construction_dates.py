"""datetime: limits, replace, arithmetic, comparison, formats, parsing, time zones, folding and pickles
(construction) (dates)."""
from _datetime_construction_and_errors import attempt

for text in (
    "date(2023, 2, 29)", "date(0, 1, 1)", "date(10000, 1, 1)", "date(2020, 13, 1)", "date(2020, 1, 0)",
    "date(2020)", "date('2020', 1, 1)", "date(2020, 1, 1.0)", "date(2020, 1, 1, 1)",
    "date(year=2020, month=5, day=6)", "time(24)", "time(1, 60)", "time(1, 1, 60)", "time(1, 1, 1, 10**6)",
    "time(1, fold=2)", "time(tzinfo=5)", "time()", "datetime(2020, 1)", "datetime(2020, 1, 1, 25)",
    "datetime(2020, 1, 1, tzinfo=3)", "timedelta(days=10**9)", "timedelta(days=999999999, hours=24)",
    "timedelta(1.5, 2.5, 3.5, 4, 5, 6, 7)",
):
    attempt(text)
