# Time zones: comparing, converting, what a zone may return; classes derived from datetime's; pickling.
import copy
import datetime as d
import pickle

Z = d.timezone(d.timedelta(hours=2), "Z2")


class Half(d.tzinfo):
    def utcoffset(self, moment):
        return d.timedelta(hours=3 if moment is not None and moment.fold else 2)

    def dst(self, moment):
        return d.timedelta(hours=1)

    def tzname(self, moment):
        return "50%"


class Odd(d.tzinfo):
    def __init__(self, value):
        self.value = value

    def utcoffset(self, moment):
        return self.value

    dst = tzname = utcoffset

    def __repr__(self):
        return f"Odd({self.value!r})"


def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


naive, aware = d.datetime(2000, 1, 1), d.datetime(2000, 1, 1, 2, tzinfo=Z)
show(lambda: naive < aware)
show(lambda: naive == aware)
show(lambda: naive - aware)
show(lambda: aware == d.datetime(2000, 1, 1, tzinfo=d.timezone.utc))
show(lambda: hash(aware) == hash(d.datetime(2000, 1, 1, tzinfo=d.timezone.utc)))
show(lambda: aware.astimezone(d.timezone.utc))
show(lambda: aware.astimezone(Half()).strftime("%Z %z"))
show(lambda: naive < d.date(2000, 1, 1))
show(lambda: naive == d.date(2000, 1, 1))
show(lambda: d.time(1) < d.time(1, tzinfo=Z))
show(lambda: d.time(3, tzinfo=Z) == d.time(1, tzinfo=d.timezone.utc))
folded = d.datetime(2000, 1, 1, tzinfo=Half())
show(lambda: folded == folded.astimezone(d.timezone.utc))
show(lambda: folded.replace(fold=1).utcoffset())
for value in (None, 5, d.timedelta(1), d.timedelta(minutes=1), "x"):
    odd = d.datetime(2000, 1, 1, tzinfo=Odd(value))
    show(odd.utcoffset)
    show(odd.tzname)
    show(odd.isoformat)
    show(lambda: odd.tzinfo.fromutc(odd))
show(lambda: aware.utctimetuple()[:6])
show(lambda: aware.timestamp())
show(lambda: d.datetime.fromtimestamp(1.5, Z))
show(lambda: d.datetime.utcfromtimestamp(-0.0000015))
show(lambda: d.date.max + d.timedelta(1))
show(lambda: d.datetime.min - d.timedelta.resolution)
for method in ("utcoffset", "dst", "tzname"):
    show(lambda: getattr(d.tzinfo(), method)(None))


class Moment(d.datetime):
    def __new__(cls, *arguments, **keywords):
        print("made of", len(arguments))
        return super().__new__(cls, *arguments, **keywords)


mine = Moment(2000, 1, 2, 3)
for made in (mine + d.timedelta(1), mine.replace(year=3), Moment.fromisoformat("2001-01-01"), mine.astimezone(Z).date(),
             Moment.combine(d.date(1, 1, 1), d.time(1, fold=1)), Moment.utcfromtimestamp(0)):
    print(repr(made))
for thing in (naive, aware, mine, d.time(1, 2, fold=1), d.time(1, tzinfo=Z), d.date(1, 2, 3), d.timedelta(1), Z,
              d.timezone.utc, d.date(2, 3, 4).isocalendar()):
    for protocol in (0, 2, 4):
        back = pickle.loads(pickle.dumps(thing, protocol)) if thing is not mine else thing
        assert back == thing and (repr(back) == repr(thing) or protocol < 4 or type(back) is tuple), thing
    assert copy.deepcopy(thing) == thing
print(aware.__reduce_ex__(4), d.time(1, fold=1).__reduce_ex__(4), d.time(1, fold=1).__reduce_ex__(2))
