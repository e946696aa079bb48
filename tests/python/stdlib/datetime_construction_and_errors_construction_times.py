"""datetime: limits, replace, arithmetic, comparison, formats, parsing, time zones, folding and pickles
(construction) (times)."""
from _datetime_construction_and_errors import attempt

for text in (
    "timedelta('1')", "timedelta(float('nan'))", "timedelta(float('inf'))", "timedelta(microseconds=0.5)",
    "timedelta(microseconds=1.5)", "timedelta(-1)", "str(timedelta(-1, 5))", "str(timedelta(400, 3661, 7))",
    "timedelta.min, timedelta.max, timedelta.resolution", "-timedelta.max", "-timedelta.min",
    "abs(timedelta(-5))", "td * 2.5", "td * 10**12", "td / 2", "td / td", "td // 7",
    "td // timedelta(seconds=7)", "td % timedelta(hours=5)", "divmod(td, timedelta(hours=5))", "td / 0",
    "td // 0", "td + 5",
):
    attempt(text)
