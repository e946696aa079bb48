"""datetime: limits, replace, arithmetic, comparison, formats, parsing, time zones, folding and pickles
(durations) (quotients)."""
from _datetime_construction_and_errors import attempt

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
