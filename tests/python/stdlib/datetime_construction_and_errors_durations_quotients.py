"""datetime: limits, replace, arithmetic, comparison, formats, parsing, time zones, folding and pickles
(durations) (quotients)."""
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
    "date(2024, 2, 29) < d", "t < time(14)", "t < time(1, tzinfo=timezone.utc)",
    "t == time(1, tzinfo=timezone.utc)", "t < 5", "datetime.max + td", "td + dt", "dt + d", "td - d",
    "d.replace(year=2023)", "d.replace(day=30)", "d.replace(hour=1)", "dt.replace(hour=25)",
    "dt.replace(tzinfo=None, fold=1)", "t.replace(minute=0, fold=1)",
    "d.weekday(), d.isoweekday(), d.isocalendar(), d.toordinal(), d.timetuple().tm_yday",
    "date.fromordinal(0)", "date.fromordinal(738945)", "date.fromisocalendar(2024, 53, 1)",
    "date.fromisocalendar(2020, 53, 7)", "date.fromisocalendar(2020, 1, 8)", "date.fromtimestamp(0)",
    "datetime.utcfromtimestamp(1e9 + .5)",
):
    attempt(text)
