"""datetime: limits, replace, arithmetic, comparison, formats, parsing, time zones, folding and pickles
(texts) (formats)."""
from _datetime_construction_and_errors import attempt

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
