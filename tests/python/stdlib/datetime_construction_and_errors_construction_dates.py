"""datetime: limits, replace, arithmetic, comparison, formats, parsing, time zones, folding and pickles
(construction) (dates)."""
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
    "date(2023, 2, 29)", "date(0, 1, 1)", "date(10000, 1, 1)", "date(2020, 13, 1)", "date(2020, 1, 0)",
    "date(2020)", "date('2020', 1, 1)", "date(2020, 1, 1.0)", "date(2020, 1, 1, 1)",
    "date(year=2020, month=5, day=6)", "time(24)", "time(1, 60)", "time(1, 1, 60)", "time(1, 1, 1, 10**6)",
    "time(1, fold=2)", "time(tzinfo=5)", "time()", "datetime(2020, 1)", "datetime(2020, 1, 1, 25)",
    "datetime(2020, 1, 1, tzinfo=3)", "timedelta(days=10**9)", "timedelta(days=999999999, hours=24)",
    "timedelta(1.5, 2.5, 3.5, 4, 5, 6, 7)",
):
    attempt(text)
