"""datetime: limits, replace, arithmetic, comparison, formats, parsing, time zones, folding and pickles
(arithmetic) (calendar)."""
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
    "datetime.fromtimestamp(1e20, timezone.utc)", "datetime.fromtimestamp(float('nan'))",
    "datetime.fromtimestamp(-1.5, timezone.utc)", "datetime.fromtimestamp(0, 5)", "aware.timestamp()",
    "datetime.combine(d, t)", "datetime.combine(d, t, timezone.utc)", "datetime.combine(d, 5)",
    "datetime.min.replace(tzinfo=timezone.utc).timestamp()", "date.fromisoformat('2024-02-29')",
    "date.fromisoformat('20240229')", "date.fromisoformat('2024-W09-4')", "date.fromisoformat('2024W094')",
    "date.fromisoformat('2024-W09')", "date.fromisoformat('2024-2-29')", "date.fromisoformat('x')",
    "date.fromisoformat(5)", "time.fromisoformat('13:05')", "time.fromisoformat('T1305')",
    "time.fromisoformat('13:05:09.5')", "time.fromisoformat('13:05:09,123456789')",
    "time.fromisoformat('13:05:09+05:30')", "time.fromisoformat('13Z')",
):
    attempt(text)
