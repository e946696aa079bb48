"""datetime: limits, replace, arithmetic, comparison, formats, parsing, time zones, folding and pickles
(texts) (zones and pickles)."""
from datetime import date, timedelta

from _datetime_construction_and_errors import MyDate, attempt

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
m = MyDate(2020, 1, 31)
print(type(m + timedelta(1)).__name__, type(m.replace(day=1)).__name__, f"{m}", repr(m), m == date(2020, 1, 31),
      type(MyDate.fromordinal(700000)).__name__, MyDate.fromisoformat("2020-01-01").day,
      type(MyDate.today()).__name__)
