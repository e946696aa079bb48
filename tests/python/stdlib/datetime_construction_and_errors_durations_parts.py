"""datetime: limits, replace, arithmetic, comparison, formats, parsing, time zones, folding and pickles
(durations) (parts)."""
from _datetime_construction_and_errors import attempt

for text in (
    "td * 'x'", "td * td", "1 / td", "td < 5", "td == 5", "bool(timedelta())", "td.total_seconds()",
    "hash(td) == hash(timedelta(1, 3, 5))", "+td, -td", "d + td", "d - td", "d - date(2023, 1, 1)",
    "date.max + timedelta(1)", "d + 1", "d - dt", "dt - d", "dt - dt", "dt - aware",
    "aware - aware.astimezone(timezone.utc)", "dt < aware", "dt == aware", "d < dt", "d == dt",
):
    attempt(text)
