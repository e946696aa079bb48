"""Counts through dates and times: datetime, timedelta, formatting, parsing, time zones, calendar rows."""

import calendar
import datetime

day = datetime.date(1999, 1, 1)
weekdays = [0] * 7
for _ in range(60000):
    weekdays[day.weekday()] += 1
    day += datetime.timedelta(days=1)
zone = datetime.timezone(datetime.timedelta(hours=2))
moment = datetime.datetime(2020, 2, 28, 23, 59, 30, tzinfo=datetime.timezone.utc)
texts = set()
latest = moment
for number in range(40000):
    later = moment + datetime.timedelta(minutes=number * 17, microseconds=number)
    texts.add(later.astimezone(zone).isoformat())
    latest = max(latest, later)
    assert datetime.datetime.fromisoformat(later.isoformat()) == later
stamps = [datetime.datetime(2021, 1 + n % 12, 1 + n % 28).strftime("%Y-%m-%d %a") for n in range(16000)]
parsed = [datetime.datetime.strptime(stamp, "%Y-%m-%d %a") for stamp in stamps[:6000]]
rows = sum(len(calendar.monthcalendar(1800 + n // 12, n % 12 + 1)) for n in range(1200))
print(weekdays, len(texts), latest, len(set(stamps)), parsed[7], rows)
