"""datetime, date, time, timedelta, timezone: arithmetic, comparison, formats, parsing, normalisation and errors."""
from datetime import date, datetime, time, timedelta, timezone, tzinfo
d = datetime(2024, 2, 29, 23, 59, 59, 999999)
print(d + timedelta(microseconds=1), d.replace(year=2023, day=28), d.date(), d.time(), d.isoformat(" ", "milliseconds"), d.isocalendar(), d.timetuple()[:9], d.weekday(), d.toordinal())
print(timedelta(days=-1, hours=5), repr(timedelta(seconds=-1)), timedelta(1.5), timedelta(weeks=1, milliseconds=1), timedelta(hours=1) / timedelta(minutes=7), timedelta(hours=1) // timedelta(minutes=7), timedelta(hours=1) % timedelta(minutes=7), divmod(timedelta(1), timedelta(hours=5)), timedelta(1) * 0.3, -timedelta(1, 1), abs(timedelta(-1, 1)), timedelta(1) / 3, timedelta(microseconds=5) // 2, timedelta(days=1).total_seconds(), str(timedelta(100, 5, 7)), bool(timedelta(0)))
print(date(2024, 1, 31) - date(2023, 1, 31), date(2024, 1, 1) + timedelta(60), date.fromisocalendar(2020, 53, 7), date.fromordinal(1), date.max - date.min, date(2024, 3, 1).strftime("%a %A %b %B %d %j %U %w %W %y %Y %% %x"), f"{date(2024, 3, 1):%d.%m.%Y}", date(2024, 3, 1).ctime())
cet = timezone(timedelta(hours=1), "CET")
aware = datetime(2024, 6, 1, 12, tzinfo=cet)
print(aware, aware.astimezone(timezone.utc), aware.utcoffset(), aware.tzname(), aware.timestamp(), aware == datetime(2024, 6, 1, 11, tzinfo=timezone.utc), timezone(timedelta(hours=-5, minutes=-30)), repr(timezone.utc), aware.isoformat(), hash(aware) == hash(aware.astimezone(timezone.utc)))
for text in ("2024-05-06", "2024-05-06T07:08", "2024-05-06 07:08:09.123", "2024-05-06T07:08:09+02:00", "20240506T070809Z", "2024-W10-3", "2024-13-01", "nonsense", "2024-05-06T25:00", "2024-05-06T07:08:09.1234567"):
    for kind in (datetime, date):
        try:
            print(kind.__name__, text, repr(kind.fromisoformat(text)))
        except ValueError as error:
            print(kind.__name__, text, "->", error)
for text, pattern in (("06/05/24 07:08 PM", "%d/%m/%y %I:%M %p"), ("Mon 1 January 2024", "%a %d %B %Y"), ("2024-01-01 +0130", "%Y-%m-%d %z"), ("1", "%d %m"), ("32", "%d"), ("x", "%Q"), ("2024 60", "%Y %j"), ("12.5", "%S.%f")):
    try:
        print(datetime.strptime(text, pattern))
    except ValueError as error:
        print(text, pattern, "->", error)
for call in ("date(2023, 2, 29)", "datetime(0, 1, 1)", "time(24)", "datetime(2024, 1, 1, 25)", "date('2024')", "date.max + timedelta(1)", "timedelta(999999999) * 2", "d < date(2024, 1, 1)", "d < aware", "d - aware", "d == aware", "d + 5", "timedelta(1) + 1", "timedelta(1) / 0", "date(2024, 1, 1) < 5", "timezone(timedelta(hours=24))", "timezone(5)", "datetime(2024, 1, 1, tzinfo=5)", "date(2024, 1, 1).replace(month=13)", "time(1, 2) < time(1, 2, tzinfo=timezone.utc)", "d.replace(tzinfo=cet) > aware", "tzinfo().utcoffset(None)", "datetime.fromtimestamp(0, timezone.utc)", "datetime.combine(date(2024, 1, 1), time(5, 6))", "time.fromisoformat('04:05:06.7')", "time(5).isoformat('auto')", "time(5, fold=2)", "datetime.fromtimestamp(1e20)", "timedelta(days='x')", "hash(date(2024, 1, 1)) == hash(date(2024, 1, 1))", "repr(datetime(2024, 1, 1, fold=1))", "datetime.strptime(5, '%Y')", "sorted([date(2024, 2, 1), date(2023, 1, 1)])", "sum([timedelta(1), timedelta(2)], timedelta())"):
    try:
        print(call, "=", eval(call))
    except Exception as error:
        print(call, "->", type(error).__name__, error)
