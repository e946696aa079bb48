"""ZoneInfo as a class: caches and how they are cleared, keys of all kinds, files, pickling, subclasses, what
datetimes of other classes get, weak references."""
import datetime
import gc
import io
import pickle
import weakref
import zoneinfo
from zoneinfo import ZoneInfo


def attempt(label, function, *arguments, **keywords):
    try:
        print(f"{label}:", function(*arguments, **keywords))
    except Exception as error:
        print(f"{label}: {type(error).__name__}: {error} / {error.__cause__!r}")


print("keys")
for arguments, keywords in [((), {}), ((1,), {}), (("a", "b"), {}), ((), {"key": "UTC"}), ((), {"k": 1}),
                            (("Nope/Nope",), {}), (("../x",), {}), (("/etc/passwd",), {}), (("UTC\0",), {}),
                            (("",), {}), ((["UTC"],), {}), (("\ud800",), {})]:
    attempt(f"ZoneInfo{arguments!a}{keywords}", lambda: str(ZoneInfo(*arguments, **keywords)))
    attempt("    no_cache", lambda: str(ZoneInfo.no_cache(*arguments, **keywords)))

print("caches")
first = ZoneInfo("Europe/Paris")
print(first is ZoneInfo("Europe/Paris"), first is ZoneInfo.no_cache("Europe/Paris"), first == ZoneInfo.no_cache("UTC"))
ZoneInfo.clear_cache(only_keys=["Europe/Paris", "Nope"])
second = ZoneInfo("Europe/Paris")
print(first is second, second is ZoneInfo("Europe/Paris"))
ZoneInfo.clear_cache()
print(second is ZoneInfo("Europe/Paris"))
for arguments, keywords in [((1,), {}), ((), {"only_keys": 3}), ((), {"only_keys": [[]]}), ((), {"x": 1})]:
    attempt(f"clear_cache{arguments}{keywords}", ZoneInfo.clear_cache, *arguments, **keywords)
names = ["UTC", "Europe/Paris", "Europe/Berlin", "Asia/Tokyo", "Asia/Kolkata", "America/New_York", "Africa/Cairo",
         "Australia/Sydney", "America/Lima", "Europe/Dublin"]
ZoneInfo.clear_cache()
references = [weakref.ref(ZoneInfo(name)) for name in names]
gc.collect()
print([reference() is not None for reference in references])

print("subclasses")


class Sub(ZoneInfo):
    def __repr__(self):
        return "<" + super().__repr__() + ">"


class SubSub(Sub):
    pass


print(Sub("UTC") is Sub("UTC"), Sub("UTC") is ZoneInfo("UTC"), repr(Sub("UTC")), type(SubSub.no_cache("UTC")).__name__)
kept = Sub("UTC")
print(kept is Sub("UTC"), kept is SubSub("UTC"), hasattr(ZoneInfo, "_weak_cache"), hasattr(Sub, "_weak_cache"))
kept.attribute = 1
print(kept.__dict__)
attempt("attribute of ZoneInfo", setattr, ZoneInfo("UTC"), "attribute", 1)
attempt("key", setattr, ZoneInfo("UTC"), "key", 1)
attempt("init_subclass", ZoneInfo.__init_subclass__)

print("files")
with open(f"{zoneinfo.TZPATH[0]}/Europe/Paris", "rb") as file:
    content = file.read()


class File(io.BytesIO):
    def __repr__(self):
        return "<file>"


for keywords in ({}, {"key": "K"}, {"key": None}, {"x": 1}):
    attempt(f"{keywords}", lambda: [repr(zone := ZoneInfo.from_file(File(content), **keywords)), str(zone), zone.key])
attempt("nothing", ZoneInfo.from_file)
attempt("number", ZoneInfo.from_file, 3)
attempt("short", ZoneInfo.from_file, File(content[:60]))
attempt("empty", ZoneInfo.from_file, File())
attempt("named", lambda: ZoneInfo.from_file(fobj=3))

print("pickles")
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    zone = ZoneInfo("Asia/Tokyo")
    other = ZoneInfo.no_cache("Asia/Tokyo")
    print(pickle.loads(pickle.dumps(zone, protocol)) is zone, pickle.loads(pickle.dumps(other, protocol)) is zone)
attempt("file", pickle.dumps, ZoneInfo.from_file(File(content), "K"))
attempt("unpickle", ZoneInfo._unpickle, 1)
attempt("unpickle", ZoneInfo._unpickle, "UTC", "x")

print("moments")
paris = ZoneInfo("Europe/Paris")


class Late(datetime.datetime):
    def toordinal(self):
        return super().toordinal() + 183


for moment in [None, datetime.datetime(1, 1, 1), datetime.datetime(9999, 12, 31, 23), datetime.datetime(2021, 7, 1),
               datetime.datetime(2021, 10, 31, 2, 30), datetime.datetime(2021, 10, 31, 2, 30, fold=1),
               datetime.datetime(2021, 3, 28, 2, 30), datetime.datetime(2021, 3, 28, 2, 30, fold=1),
               Late(2021, 1, 1), datetime.date(2021, 1, 1), 3]:
    attempt(f"{moment!r}", lambda: [paris.utcoffset(moment), paris.dst(moment), paris.tzname(moment)])
for hour in range(3):
    moment = datetime.datetime(2021, 10, 31, hour, 30, tzinfo=datetime.timezone.utc).astimezone(paris)
    print(moment, moment.fold, type(moment).__name__)
late = Late(2021, 10, 31, 1, 30, tzinfo=paris)
print(type(paris.fromutc(late)).__name__, paris.fromutc(late).fold)
attempt("fromutc", paris.fromutc, 3)
attempt("fromutc", paris.fromutc, datetime.datetime(2020, 1, 1))
print(datetime.time(12, tzinfo=paris).utcoffset(), datetime.time(12, tzinfo=ZoneInfo("UTC")).utcoffset())
