"""time: strftime and strptime of fixed moments, struct_time, mktime, asctime, clocks, sleep and their
errors."""
import os
import time

os.environ["TZ"] = "EST5EDT"
time.tzset()
print(time.tzname, time.timezone, time.altzone, time.daylight)
t = time.gmtime(1e9)
print(t, t[0], t.tm_year, tuple(t), t == tuple(t), len(t), t.n_fields, t.n_sequence_fields, t.tm_zone,
      t.tm_gmtoff)
for code in "aAbBcdHIjmMpSUwWxXyYZz%DeFTRnths":
    print(code, repr(time.strftime("%" + code, t)), end=" ")
print()
print(time.asctime(t), time.ctime(0), time.localtime(1.2e9).tm_isdst, time.mktime(time.localtime(1.2e9)),
      time.mktime((2020, 1, 1, 0, 0, 0, 0, 0, -1)))
for text, form in (("2020-02-29", "%Y-%m-%d"), ("29 Feb 20", "%d %b %y"), ("1:05 PM", "%I:%M %p"), ("x", "%Y"),
                   ("2020", "%Y-%m"), ("2021-02-29", "%Y-%m-%d"), ("Mon", "%a"), ("366 2019", "%j %Y"),
                   ("2020 53 0", "%Y %W %w"), ("", ""), ("%", "%%"), ("5", "%q"), ("1", "%"), ("UTC", "%Z"),
                   ("+0130", "%z"), ("  7", "%d"), ("68 69", "%y %S")):
    try:
        print(repr(text), form, tuple(time.strptime(text, form)))
    except Exception as error:
        print(repr(text), form, type(error).__name__, error)
for action in (lambda: time.struct_time((1, 2)), lambda: time.struct_time(range(9)),
               lambda: time.struct_time(5), lambda: time.gmtime("x"), lambda: time.gmtime(1e30),
               lambda: time.gmtime(float("nan")), lambda: time.strftime("%Y", (1, 2)), lambda: time.strftime(5),
               lambda: time.strftime("%Y", (2020, 13, 1, 0, 0, 0, 0, 1, 0)),
               lambda: time.asctime((2020, 1, 32, 0, 0, 0, 0, 1, 0)), lambda: time.mktime(5),
               lambda: time.sleep(-1), lambda: time.sleep("x"), lambda: time.sleep(float("nan")),
               lambda: time.sleep(0), lambda: time.clock_gettime(999), lambda: time.get_clock_info("nope"),
               lambda: time.get_clock_info("monotonic").monotonic, lambda: time.ctime("x"),
               lambda: setattr(t, "tm_year", 5), lambda: time.strftime("é%Y\ud800"),
               lambda: time.gmtime(None) is not None):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
a, b = time.monotonic(), time.monotonic_ns()
print(time.monotonic() >= a, time.perf_counter() <= time.perf_counter(), time.process_time() >= 0,
      time.time_ns() > 1.6e18, isinstance(time.thread_time_ns(), int), b > 0)
