"""datetime: limits, replace, arithmetic, comparison, formats, parsing, time zones, folding and pickles
(arithmetic) (iso formats)."""
from _datetime_construction_and_errors import attempt

for text in (
    "time.fromisoformat('24:00')", "time.fromisoformat('1:2')",
    "datetime.fromisoformat('2024-02-29T13:05:09.123456+05:30')",
    "datetime.fromisoformat('2024-02-29 13:05')", "datetime.fromisoformat('20240229T130509Z')",
    "datetime.fromisoformat('2024-W09-4T13')", "datetime.fromisoformat('2024-02-29é13:05')",
    "datetime.fromisoformat('2024-02-30')", "datetime.fromisoformat('2024-02-29T13:05:09-00:00:01')",
    "d.isoformat(), t.isoformat(), dt.isoformat(' '), aware.isoformat(timespec='minutes')",
    "dt.isoformat(timespec='nope')",
    "[t.isoformat(s) for s in ('auto', 'hours', 'minutes', 'seconds', 'milliseconds', 'microseconds')]",
    "dt.isoformat(1)", "dt.isoformat('ab')", "d.ctime(), dt.ctime()", "d.strftime('%Y-%m-%d %j %a %B %%')",
    "t.strftime('%H:%M:%S.%f %p')", "aware.strftime('%z %Z %c|%x|%X')", "dt.strftime('[%z] [%Z]')",
    "date(1, 1, 1).strftime('%Y|%y')", "format(d, '%d/%m'), f'{dt:%H}', f'{t}', f'{td}'", "d.strftime(5)",
    "dt.strftime('%q%')",
):
    attempt(text)
