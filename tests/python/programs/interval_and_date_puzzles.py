"""Merging intervals, meeting rooms, weekday arithmetic of one's own, clock angles, change of base of time."""


def merged(intervals):
    out = []
    for start, end in sorted(intervals):
        if out and start <= out[-1][1]:
            out[-1][1] = max(out[-1][1], end)
        else:
            out.append([start, end])
    return [tuple(i) for i in out]


def rooms(meetings):
    events = sorted([(s, 1) for s, _ in meetings] + [(e, -1) for _, e in meetings])
    peak = now = 0
    for _, change in events:
        now += change
        peak = max(peak, now)
    return peak


print(merged([(1, 3), (2, 6), (8, 10), (15, 18), (17, 20)]), merged([]), merged([(1, 9), (2, 3)]))
print(rooms([(0, 30), (5, 10), (15, 20)]), rooms([(1, 2), (2, 3)]), rooms([]))


def weekday(y, m, d):
    y -= m < 3
    return (y + y // 4 - y // 100 + y // 400 + [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][m - 1] + d) % 7


import calendar
print([weekday(*date) for date in ((2000, 1, 1), (2024, 2, 29), (1900, 3, 1))],
      all((calendar.weekday(y, m, 13) + 1) % 7 == weekday(y, m, 13) for y in range(1990, 2010) for m in range(1,
          13)))
for h, m in ((3, 0), (12, 30), (9, 45), (6, 0)):
    angle = abs(30 * h % 360 + m / 2 - 6 * m)
    print(h, m, min(angle, 360 - angle))
for seconds in (0, 59, 3600, 86399, 10 ** 6):
    minutes, s = divmod(seconds, 60)
    hours, m = divmod(minutes, 60)
    days, h = divmod(hours, 24)
    print(f"{days}d {h:02}:{m:02}:{s:02}")
