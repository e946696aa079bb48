"""datetime: limits, replace, arithmetic, comparison, formats, parsing, time zones, folding and pickles
(arithmetic) (calendar)."""
from _datetime_construction_and_errors import attempt

for text in (
    "datetime.fromtimestamp(1e20, timezone.utc)", "datetime.fromtimestamp(float('nan'))",
    "datetime.fromtimestamp(-1.5, timezone.utc)", "datetime.fromtimestamp(0, 5)", "aware.timestamp()",
    "datetime.combine(d, t)", "datetime.combine(d, t, timezone.utc)", "datetime.combine(d, 5)",
    "datetime.min.replace(tzinfo=timezone.utc).timestamp()", "date.fromisoformat('2024-02-29')",
    "date.fromisoformat('20240229')", "date.fromisoformat('2024-W09-4')", "date.fromisoformat('2024W094')",
    "date.fromisoformat('2024-W09')", "date.fromisoformat('2024-2-29')", "date.fromisoformat('x')",
    "date.fromisoformat(5)", "time.fromisoformat('13:05')", "time.fromisoformat('T1305')",
    "time.fromisoformat('13:05:09.5')", "time.fromisoformat('13:05:09,123456789')",
    "time.fromisoformat('13:05:09+05:30')", "time.fromisoformat('13Z')",
):
    attempt(text)
