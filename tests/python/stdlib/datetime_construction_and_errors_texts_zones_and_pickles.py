"""datetime: limits, replace, arithmetic, comparison, formats, parsing, time zones, folding and pickles
(texts) (zones and pickles)."""
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
    "dt.replace(tzinfo=Zone(30)).utcoffset()", "dt.replace(tzinfo=Bad()).utcoffset()",
    "dt.replace(tzinfo=Bad()).tzname()", "dt.replace(tzinfo=tzinfo()).utcoffset()",
    "aware.astimezone(Zone(-5))", "aware.astimezone(5)",
    "datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=1))).astimezone(timezone.utc)",
    "pickle.loads(pickle.dumps([d, t, dt, td, aware, timezone.utc])) == [d, t, dt, td, aware, timezone.utc]",
    "copy.deepcopy(aware) == aware", "hash(aware) == hash(aware.astimezone(timezone.utc))",
    "hash(d) == hash(date(2024, 2, 29))", "date(b'x')", "date(b'\\x07\\xe8\\x02\\x1d')",
    "datetime(b'\\x07\\xe8\\x02\\x1d\\r\\x05\\t\\x01\\xe2@')", "time(b'\\r\\x05\\t\\x01\\xe2@').microsecond",
    "d.__reduce__()[1]", "aware.__reduce_ex__(4)[1]",
    "MINYEAR, MAXYEAR, date.min, date.max, date.resolution, time.min, time.max, time.resolution",
    "setattr(d, 'year', 5)", "setattr(d, 'x', 5)",
    "repr(aware), str(aware), repr(time(1, 2, fold=1)), repr(t), str(t)",
    "sorted([dt, datetime.min, datetime.max])[0]",
):
    attempt(text)
class MyDate(date):
    def __new__(cls, *a): return super().__new__(cls, *a)
    def __str__(self): return "mine"
m = MyDate(2020, 1, 31)
print(type(m + timedelta(1)).__name__, type(m.replace(day=1)).__name__, f"{m}", repr(m), m == date(2020, 1, 31),
      type(MyDate.fromordinal(700000)).__name__, MyDate.fromisoformat("2020-01-01").day,
      type(MyDate.today()).__name__)
