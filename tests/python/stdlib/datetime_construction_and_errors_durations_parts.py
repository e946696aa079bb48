"""datetime: limits, replace, arithmetic, comparison, formats, parsing, time zones, folding and pickles
(durations) (parts)."""
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
    "td * 'x'", "td * td", "1 / td", "td < 5", "td == 5", "bool(timedelta())", "td.total_seconds()",
    "hash(td) == hash(timedelta(1, 3, 5))", "+td, -td", "d + td", "d - td", "d - date(2023, 1, 1)",
    "date.max + timedelta(1)", "d + 1", "d - dt", "dt - d", "dt - dt", "dt - aware",
    "aware - aware.astimezone(timezone.utc)", "dt < aware", "dt == aware", "d < dt", "d == dt",
):
    attempt(text)
