"""calendar: months and years as text and HTML, iteration, leap years, weekdays, first day set, errors."""
import calendar

print(calendar.month(2024, 2), calendar.TextCalendar(6).formatmonth(2023, 10, 3, 2), sep="\n")
print(calendar.calendar(2021, m=4)[:600])
print(calendar.isleap(1900), calendar.isleap(2000), calendar.leapdays(1900, 2001),
      calendar.weekday(2024, 2, 29), calendar.monthrange(2023, 2), calendar.monthcalendar(2022, 8)[0])
c = calendar.Calendar(calendar.SUNDAY)
print(list(c.iterweekdays()), list(c.itermonthdays(2024, 2))[:8], list(c.itermonthdays2(2021, 2))[:3],
      [d.isoformat() for d in c.itermonthdates(2020, 1)][:4], len(c.yeardayscalendar(2020, 4)))
print(calendar.HTMLCalendar().formatmonth(2021, 2)[:260])
print(calendar.timegm((1970, 1, 2, 0, 0, 0)), calendar.day_name[0], list(calendar.month_abbr)[:4],
      calendar.firstweekday())
calendar.setfirstweekday(6)
print(calendar.weekheader(3), calendar.firstweekday())
for action in (lambda: calendar.monthrange(2020, 13), lambda: calendar.setfirstweekday(9),
               lambda: calendar.month(2020, 0), lambda: calendar.weekday(2021, 2, 29),
               lambda: calendar.Calendar("x").getfirstweekday(), lambda: calendar.IllegalMonthError(5),
               lambda: calendar.weekday(20000, 1, 1)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
