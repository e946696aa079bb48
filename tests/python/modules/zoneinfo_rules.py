"""The rule at the end of a zone's file: what is accepted, the errors of what is not, and where months and
folds fall by it; files whose parts do not fit together."""
import datetime
import io
import struct
from zoneinfo import ZoneInfo

UTC = datetime.timezone.utc


def file_of(rule, times=(), indices=(), types=((0, 0, 0),), abbreviations=b"STD\0"):
    empty = b"TZif2" + bytes(15) + struct.pack(">6l", 0, 0, 0, 0, 1, 1) + struct.pack(">lbb", 0, 0, 0) + b"\0"
    head = b"TZif2" + bytes(15) + struct.pack(">6l", 0, 0, 0, len(times), len(types), len(abbreviations))
    body = struct.pack(f">{len(times)}q", *times) + bytes(indices)
    body += b"".join(struct.pack(">lbb", *each) for each in types)
    return io.BytesIO(empty + head + body + abbreviations + b"\n" + rule + b"\n")


def show(rule):
    try:
        zone = ZoneInfo.from_file(file_of(rule), key="zone")
        year = [datetime.datetime(2021, month, 15, 12, tzinfo=zone) for month in range(1, 13)]
        print(rule, sorted({(str(day.utcoffset()), day.tzname(), str(day.dst())) for day in year}))
        start = datetime.datetime(2020, 12, 31, tzinfo=UTC)
        hours = [(start + datetime.timedelta(hours=hour)).astimezone(zone) for hour in range(0, 8800)]
        print("   ", [str(hour) for hour in hours if hour.fold][:3])
    except ValueError as error:
        print(rule, "->", error)


for rule in """
UTC0|A|AB3|ABC|ABC3|<A+1>3|<>3|<ABC3|<A_B>3|ABC+3|ABC-3|ABC24|ABC25|ABC167|ABC3:60|ABC3:5|ABC3:05:07|ABC123
ABC3D|ABC3DEF|ABC3DEF,|ABC3DEF,M3|ABC3DEF,M3.2.0|ABC3DEF,M3.2.0,M11.1.0|ABC3DEF4,M3.2.0,M11.1.0
ABC3DEF,M13.2.0,M11.1.0|ABC3DEF,M0.2.0,M11.1.0|ABC3DEF,M3.0.0,M11.1.0|ABC3DEF,M3.6.0,M11.1.0|ABC3DEF,M3.2.7,M11.1.0
ABC3DEF,M3.2.0/25,M11.1.0/-1|ABC3DEF,M3.2.0/167,M11.1.0|ABC3DEF,M3.2.0/3:4:5,M11.1.0|ABC3DEF,M3.2.0/,M11.1.0
ABC3DEF,J60,J300|ABC3DEF,J59,J61|ABC3DEF,J0,J300|ABC3DEF,J366,J300|ABC3DEF,0/0,J365/25|ABC3DEF,366,300
ABC3DEF,1000,300|ABC3DEF,60/1,300/2:30:15|ABC3DEF,M3.2.0,M11.1.0x|ABC3x|ABC3,M3.2.0,M11.1.0|:ABC3
ABC3<D+1>,M3.2.0,M11.1.0|ABC3DEF-3:30:15,M3.2.0,M11.1.0|1BC3|ABC3DEF25,M3.2.0,M11.1.0|ABC3DEF,J,M11.1.0
IST-1GMT0,M10.5.0,M3.5.0/1|AEST-10AEDT,M10.1.0,M4.1.0/3|<-04>4<-03>,M9.1.6/24,M4.1.6/24
""".split():
    for each in rule.split("|"):
        show(each.encode())

for arguments in [dict(times=(5,), indices=(7,)), dict(types=()), dict(times=(5, 3), indices=(0, 0)),
                  dict(types=((3600, 0, 9),)), dict(types=((10**6, 0, 0),)), dict(types=((90000, 1, 0),)),
                  dict(times=(2**62,), indices=(0,)), dict(times=(-2**63,), indices=(0,)),
                  dict(times=(0, 10**9), indices=(1, 0), types=((0, 0, 0), (3600, 1, 0)))]:
    for rule in (b"", b"ABC3"):
        try:
            zone = ZoneInfo.from_file(file_of(rule, **arguments), key="zone")
            print(arguments, rule, zone.utcoffset(None), zone.tzname(None), zone.dst(None))
            print("   ", zone.utcoffset(datetime.datetime(2000, 1, 1)), zone.dst(datetime.datetime(2000, 1, 1)))
            print("   ", datetime.datetime(2000, 1, 1, tzinfo=UTC).astimezone(zone))
        except ValueError as error:
            print(arguments, rule, "->", error)
