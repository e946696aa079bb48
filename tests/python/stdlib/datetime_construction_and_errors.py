"""datetime: limits, replace, arithmetic, comparison, formats, parsing, time zones, folding and pickles."""
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
for text in ("date(2023, 2, 29)", "date(0, 1, 1)", "date(10000, 1, 1)", "date(2020, 13, 1)", "date(2020, 1, 0)",
             "date(2020)", "date('2020', 1, 1)", "date(2020, 1, 1.0)", "date(2020, 1, 1, 1)",
             "date(year=2020, month=5, day=6)", "time(24)", "time(1, 60)", "time(1, 1, 60)",
             "time(1, 1, 1, 10**6)", "time(1, fold=2)", "time(tzinfo=5)", "time()", "datetime(2020, 1)",
             "datetime(2020, 1, 1, 25)", "datetime(2020, 1, 1, tzinfo=3)",
             "timedelta(days=10**9)", "timedelta(days=999999999, hours=24)",
             "timedelta(1.5, 2.5, 3.5, 4, 5, 6, 7)", "timedelta('1')", "timedelta(float('nan'))",
             "timedelta(float('inf'))", "timedelta(microseconds=0.5)", "timedelta(microseconds=1.5)",
             "timedelta(-1)", "str(timedelta(-1, 5))", "str(timedelta(400, 3661, 7))",
             "timedelta.min, timedelta.max, timedelta.resolution", "-timedelta.max", "-timedelta.min",
             "abs(timedelta(-5))", "td * 2.5", "td * 10**12", "td / 2", "td / td", "td // 7",
             "td // timedelta(seconds=7)", "td % timedelta(hours=5)", "divmod(td, timedelta(hours=5))",
             "td / 0", "td // 0", "td + 5", "td * 'x'", "td * td", "1 / td", "td < 5", "td == 5",
             "bool(timedelta())", "td.total_seconds()", "hash(td) == hash(timedelta(1, 3, 5))", "+td, -td",
             "d + td", "d - td", "d - date(2023, 1, 1)", "date.max + timedelta(1)", "d + 1", "d - dt", "dt - d",
             "dt - dt", "dt - aware", "aware - aware.astimezone(timezone.utc)", "dt < aware", "dt == aware",
             "d < dt", "d == dt", "date(2024, 2, 29) < d", "t < time(14)", "t < time(1, tzinfo=timezone.utc)",
             "t == time(1, tzinfo=timezone.utc)", "t < 5", "datetime.max + td", "td + dt", "dt + d", "td - d",
             "d.replace(year=2023)", "d.replace(day=30)", "d.replace(hour=1)", "dt.replace(hour=25)",
             "dt.replace(tzinfo=None, fold=1)", "t.replace(minute=0, fold=1)",
             "d.weekday(), d.isoweekday(), d.isocalendar(), d.toordinal(), d.timetuple().tm_yday",
             "date.fromordinal(0)", "date.fromordinal(738945)", "date.fromisocalendar(2024, 53, 1)",
             "date.fromisocalendar(2020, 53, 7)", "date.fromisocalendar(2020, 1, 8)", "date.fromtimestamp(0)",
             "datetime.utcfromtimestamp(1e9 + .5)", "datetime.fromtimestamp(1e20, timezone.utc)",
             "datetime.fromtimestamp(float('nan'))", "datetime.fromtimestamp(-1.5, timezone.utc)",
             "datetime.fromtimestamp(0, 5)", "aware.timestamp()", "datetime.combine(d, t)",
             "datetime.combine(d, t, timezone.utc)", "datetime.combine(d, 5)",
             "datetime.min.replace(tzinfo=timezone.utc).timestamp()",
             "date.fromisoformat('2024-02-29')", "date.fromisoformat('20240229')",
             "date.fromisoformat('2024-W09-4')", "date.fromisoformat('2024W094')",
             "date.fromisoformat('2024-W09')", "date.fromisoformat('2024-2-29')", "date.fromisoformat('x')",
             "date.fromisoformat(5)", "time.fromisoformat('13:05')", "time.fromisoformat('T1305')",
             "time.fromisoformat('13:05:09.5')", "time.fromisoformat('13:05:09,123456789')",
             "time.fromisoformat('13:05:09+05:30')", "time.fromisoformat('13Z')", "time.fromisoformat('24:00')",
             "time.fromisoformat('1:2')", "datetime.fromisoformat('2024-02-29T13:05:09.123456+05:30')",
             "datetime.fromisoformat('2024-02-29 13:05')", "datetime.fromisoformat('20240229T130509Z')",
             "datetime.fromisoformat('2024-W09-4T13')", "datetime.fromisoformat('2024-02-29é13:05')",
             "datetime.fromisoformat('2024-02-30')", "datetime.fromisoformat('2024-02-29T13:05:09-00:00:01')",
             "d.isoformat(), t.isoformat(), dt.isoformat(' '), aware.isoformat(timespec='minutes')",
             "dt.isoformat(timespec='nope')",
             "[t.isoformat(s) for s in ('auto', 'hours', 'minutes', 'seconds', 'milliseconds', 'microseconds')]", "dt.isoformat(1)", "dt.isoformat('ab')", "d.ctime(), dt.ctime()", "d.strftime('%Y-%m-%d %j %a %B %%')", "t.strftime('%H:%M:%S.%f %p')", "aware.strftime('%z %Z %c|%x|%X')", "dt.strftime('[%z] [%Z]')", "date(1, 1, 1).strftime('%Y|%y')", "format(d, '%d/%m'), f'{dt:%H}', f'{t}', f'{td}'", "d.strftime(5)", "dt.strftime('%q%')", "dt.strftime('é%Y\\ud800')", "datetime.strptime('29/02/24 1PM', '%d/%m/%y %I%p')", "datetime.strptime('x', '%Y')", "datetime.strptime('2024 extra', '%Y')", "datetime.strptime('2024-060 +0530', '%Y-%j %z')", "datetime.strptime('2024 9 4', '%G %V %u')", "datetime.strptime('1.5', '%S.%f')",
             "timezone(timedelta(hours=24))", "timezone(5)", "timezone(timedelta(hours=-23, minutes=-59))",
             "timezone(timedelta(seconds=1))", "timezone(timedelta(0))",
             "timezone(timedelta(0)) is timezone.utc", "timezone(timedelta(hours=1), 'N')",
             "timezone(timedelta(1), 'x')", "timezone.utc, str(timezone(timedelta(hours=-3)))",
             "timezone.utc.utcoffset(5)", "timezone.utc.tzname(None)", "timezone(timedelta(hours=1), 5)",
             "timezone.min, timezone.max",
             "aware.utcoffset(), aware.tzname(), aware.dst(), aware.utctimetuple().tm_hour",
             "dt.replace(tzinfo=Zone()).dst()", "dt.replace(tzinfo=Zone()).astimezone(timezone.utc)",
             "dt.replace(tzinfo=Zone(30)).utcoffset()", "dt.replace(tzinfo=Bad()).utcoffset()",
             "dt.replace(tzinfo=Bad()).tzname()", "dt.replace(tzinfo=tzinfo()).utcoffset()",
             "aware.astimezone(Zone(-5))", "aware.astimezone(5)",
             "datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=1))).astimezone(timezone.utc)",
             "pickle.loads(pickle.dumps([d, t, dt, td, aware, timezone.utc])) == [d, t, dt, td, aware, timezone.utc]", "copy.deepcopy(aware) == aware", "hash(aware) == hash(aware.astimezone(timezone.utc))", "hash(d) == hash(date(2024, 2, 29))", "date(b'x')", "date(b'\\x07\\xe8\\x02\\x1d')", "datetime(b'\\x07\\xe8\\x02\\x1d\\r\\x05\\t\\x01\\xe2@')", "time(b'\\r\\x05\\t\\x01\\xe2@').microsecond", "d.__reduce__()[1]", "aware.__reduce_ex__(4)[1]", "MINYEAR, MAXYEAR, date.min, date.max, date.resolution, time.min, time.max, time.resolution", "setattr(d, 'year', 5)", "setattr(d, 'x', 5)", "repr(aware), str(aware), repr(time(1, 2, fold=1)), repr(t), str(t)", "sorted([dt, datetime.min, datetime.max])[0]"):
    attempt(text)
class MyDate(date):
    def __new__(cls, *a): return super().__new__(cls, *a)
    def __str__(self): return "mine"
m = MyDate(2020, 1, 31)
print(type(m + timedelta(1)).__name__, type(m.replace(day=1)).__name__, f"{m}", repr(m), m == date(2020, 1, 31),
      type(MyDate.fromordinal(700000)).__name__, MyDate.fromisoformat("2020-01-01").day,
      type(MyDate.today()).__name__)
