"""datetime: limits, replace, arithmetic, comparison, formats, parsing, time zones, folding and pickles
(texts) (formats)."""
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
    "dt.strftime('é%Y\\ud800')", "datetime.strptime('29/02/24 1PM', '%d/%m/%y %I%p')",
    "datetime.strptime('x', '%Y')", "datetime.strptime('2024 extra', '%Y')",
    "datetime.strptime('2024-060 +0530', '%Y-%j %z')", "datetime.strptime('2024 9 4', '%G %V %u')",
    "datetime.strptime('1.5', '%S.%f')", "timezone(timedelta(hours=24))", "timezone(5)",
    "timezone(timedelta(hours=-23, minutes=-59))", "timezone(timedelta(seconds=1))", "timezone(timedelta(0))",
    "timezone(timedelta(0)) is timezone.utc", "timezone(timedelta(hours=1), 'N')",
    "timezone(timedelta(1), 'x')", "timezone.utc, str(timezone(timedelta(hours=-3)))",
    "timezone.utc.utcoffset(5)", "timezone.utc.tzname(None)", "timezone(timedelta(hours=1), 5)",
    "timezone.min, timezone.max",
    "aware.utcoffset(), aware.tzname(), aware.dst(), aware.utctimetuple().tm_hour",
    "dt.replace(tzinfo=Zone()).dst()", "dt.replace(tzinfo=Zone()).astimezone(timezone.utc)",
):
    attempt(text)
