"""datetime: limits, replace, arithmetic, comparison, formats, parsing, time zones, folding and pickles
(construction) (times)."""
import copy
import pickle
from datetime import MAXYEAR, MINYEAR, date, datetime, time, timedelta, timezone, tzinfo


def attempt(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


class Zone(tzinfo):
    def __init__(self, hours=2): self.hours = hours
    def utcoffset(self, dt): return timedelta(hours=self.hours)
    def dst(self, dt): return timedelta(hours=1)
    def tzname(self, dt): return "ZONE"
    def __repr__(self): return f"Zone({self.hours})"


class Bad(tzinfo):
    def utcoffset(self, dt): return 5
    def tzname(self, dt): return 7


d, t, dt, td = date(2024, 2, 29), time(13, 5, 9, 123456), datetime(2024, 2, 29, 13, 5, 9,
                                                                   123456), timedelta(days=1, seconds=3,
                                                                       microseconds=5)
aware = dt.replace(tzinfo=timezone(timedelta(hours=5, minutes=30), "IST"))
for text in (
    "timedelta('1')", "timedelta(float('nan'))", "timedelta(float('inf'))", "timedelta(microseconds=0.5)",
    "timedelta(microseconds=1.5)", "timedelta(-1)", "str(timedelta(-1, 5))", "str(timedelta(400, 3661, 7))",
    "timedelta.min, timedelta.max, timedelta.resolution", "-timedelta.max", "-timedelta.min",
    "abs(timedelta(-5))", "td * 2.5", "td * 10**12", "td / 2", "td / td", "td // 7",
    "td // timedelta(seconds=7)", "td % timedelta(hours=5)", "divmod(td, timedelta(hours=5))", "td / 0",
    "td // 0", "td + 5",
):
    attempt(text)
