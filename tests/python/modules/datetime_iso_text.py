# isoformat() and fromisoformat() in all their forms, strftime and repr.
import datetime as d

zone = d.timezone(d.timedelta(hours=-1, seconds=5), "here")


def show(function, *arguments, **keywords):
    try:
        print(repr(function(*arguments, **keywords)))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


for text in ("2000-01-02", "20000102", "2000-W01-2", "2000W012", "2000W01", "2000-W53-1", "2004-W53-7", "2000-1-02",
             "2000-0102", "200001-02", "abc", "", 5, "2000-01-0\uff11", "0000-01-01"):
    show(d.date.fromisoformat, text)
for text in ("12", "T12", "12:30", "1230", "12:30:45", "123045.5", "12:30:45,123456789", "12:30:45.", "12:3045",
             "12:30Z", "12:30+05", "12:30-05:30", "12:30+05:30:15.000001", "12:30+24:00", "25:00", "12:", "12:+01:00",
             "Z", "12:30:45.1x", "12:30ZZ", "+", 5):
    show(d.time.fromisoformat, text)
for text in ("2000-01-02T03:04:05", "2000-01-02 03", "20000102T030405Z", "2000-W01-2T03", "2000-W01-12", "2000W01203",
             "2000W0112:30", "2000-01-02\ud80003:04", "2000-01-02\u123403:04", "2000-01-02T", "2000-W01-", "2000-01",
             "2000-01-02T03:04:05.123+01:00", "2000-01-02T24:00"):
    show(d.datetime.fromisoformat, text)
moment = d.datetime(2000, 1, 2, 3, 4, 5, 678, zone, fold=1)
for spec in ("auto", "hours", "minutes", "seconds", "milliseconds", "microseconds", "weeks", 5):
    show(moment.isoformat, " ", spec)
    show(moment.timetz().isoformat, spec)
show(moment.isoformat, "xx")
show(moment.isoformat, sep=5)
print(str(moment), repr(moment), repr(moment.timetz()), str(zone), repr(zone), sep="\n")
print(moment.strftime("%Y %z %Z %f %%z %j %"), moment.time().strftime("%H%z|%Z|%f"), f"{moment:%d.%m.%y}|{moment}")
print(moment.date().strftime("%f %z %d"), moment.ctime(), moment.date().ctime())
print(moment.isocalendar(), tuple(d.date(1999, 1, 3).isocalendar()), d.date(2004, 12, 31).isocalendar().week)
