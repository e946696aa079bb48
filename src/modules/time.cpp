// The module `time`: clocks, calendar time and sleeping.
//
// Times are nanoseconds in 64 bits inside; seconds as float only at the surface. Conversions round down, as the
// calendar does.
//
// CPython: Modules/timemodule.c, Python/pytime.c
#include <fmt/format.h>

#include <cerrno>
#include <cmath>
#include <cstring>
#include <ctime>
#include <iterator>
#include <vector>

#include "modules/blocking.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/codecs.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/float.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/names.h"
#include "objects/number_convert.h"
#include "objects/protocol.h"
#include "objects/simple_namespace.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "objects/struct_sequence.h"
#include "objects/text_argument.h"
#include "vm/gil.h"
#include "vm/import.h"
#include "vm/signals.h"
#include "vm/threads.h"

namespace minipy {
namespace {

constexpr std::int64_t nanoseconds_per_second = 1'000'000'000;

constexpr const char* time_fields[] = {"tm_year", "tm_mon",  "tm_mday",  "tm_hour", "tm_min",   "tm_sec",
                                       "tm_wday", "tm_yday", "tm_isdst", "tm_zone", "tm_gmtoff"};
const StructSequenceSpec time_spec = {"time.struct_time", "A time of the calendar.", time_fields, 9};
StructSequenceType struct_time_type(time_spec);

// --- clocks

Result<std::int64_t> read_clock(clockid_t clock) {
    timespec now;
    if (::clock_gettime(clock, &now) < 0) return raise_errno();
    return now.tv_sec * nanoseconds_per_second + now.tv_nsec;
}

double to_seconds(std::int64_t nanoseconds) noexcept { return static_cast<double>(nanoseconds) / 1e9; }

template <clockid_t clock>
NewRef clock_seconds(Object*, Object* const*) {
    return new_float(to_seconds(TRY(read_clock(clock))));
}
template <clockid_t clock>
NewRef clock_nanoseconds(Object*, Object* const*) {
    return new_int(TRY(read_clock(clock)));
}

NewRef time_clock_gettime(Object*, Object* const* arguments) {
    return new_float(to_seconds(TRY(read_clock(TRY(argument_int(arguments[0]))))));
}
NewRef time_clock_gettime_ns(Object*, Object* const* arguments) {
    return new_int(TRY(read_clock(TRY(argument_int(arguments[0])))));
}

Status set_clock(clockid_t clock, std::int64_t nanoseconds) {
    const std::int64_t seconds = divided(nanoseconds, nanoseconds_per_second, Rounding::Floor);
    const timespec time{seconds, nanoseconds - seconds * nanoseconds_per_second};
    if (::clock_settime(clock, &time) < 0) return raise_errno();
    return done;
}

NewRef time_clock_settime(Object*, Object* const* arguments) {
    const int clock = TRY(argument_int(arguments[0]));
    TRY(set_clock(clock, TRY(nanoseconds_argument(arguments[1], 1, Rounding::Floor))));
    return new_none();
}
NewRef time_clock_settime_ns(Object*, Object* const* arguments) {
    const int clock = TRY(argument_int(arguments[0]));
    TRY(set_clock(clock, TRY(whole_nanoseconds_argument(arguments[1]))));
    return new_none();
}

/// The C library trusts the number it is given; here only that of a thread which runs is passed on.
NewRef time_pthread_getcpuclockid(Object*, Object* const* arguments) {
    if (!is_int(arguments[0]))
        return raise_bad_argument("pthread_getcpuclockid() argument 1", "int", arguments[0]);
    for (const ThreadState* thread = first_thread_state; thread; thread = thread->next) {
        Ref<Int> identity = new_int_unsigned(thread->identity);
        if (!thread->identity || int_compare(identity.get(), as_int(arguments[0])) != 0) continue;
        clockid_t clock;
        if (const int error = ::pthread_getcpuclockid(thread->identity, &clock)) return raise_os_error(error);
        return new_int(clock);
    }
    return raise_os_error(ESRCH);
}

Result<double> resolution(clockid_t clock) {
    timespec step;
    if (::clock_getres(clock, &step) < 0) return raise_errno();
    return static_cast<double>(step.tv_sec) + static_cast<double>(step.tv_nsec) * 1e-9;
}

NewRef time_clock_getres(Object*, Object* const* arguments) {
    return new_float(TRY(resolution(TRY(argument_int(arguments[0])))));
}

struct ClockInfo {
    const char* name;
    clockid_t clock;
    const char* implementation;
    bool monotonic, adjustable;
};

constexpr ClockInfo clock_infos[] = {
    {"time", CLOCK_REALTIME, "clock_gettime(CLOCK_REALTIME)", false, true},
    {"monotonic", CLOCK_MONOTONIC, "clock_gettime(CLOCK_MONOTONIC)", true, false},
    {"perf_counter", CLOCK_MONOTONIC, "clock_gettime(CLOCK_MONOTONIC)", true, false},
    {"process_time", CLOCK_PROCESS_CPUTIME_ID, "clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", true, false},
    {"thread_time", CLOCK_THREAD_CPUTIME_ID, "clock_gettime(CLOCK_THREAD_CPUTIME_ID)", true, false},
};

NewRef time_get_clock_info(Object*, Object* const* arguments) {
    Str* wanted = TRY(str_argument(arguments[0], "get_clock_info", "argument 1"));
    for (const ClockInfo& info : clock_infos) {
        if (!str_equal(wanted, info.name)) continue;
        Ref<Dict> fields = new_dict();
        TRY(dict_set(fields.get(), name<"implementation">, str_from_utf8(info.implementation).get()));
        TRY(dict_set(fields.get(), name<"monotonic">, Ref<Object>(new_bool(info.monotonic)).get()));
        TRY(dict_set(fields.get(), name<"adjustable">, Ref<Object>(new_bool(info.adjustable)).get()));
        TRY(dict_set(fields.get(), name<"resolution">, new_float(TRY(resolution(info.clock))).get()));
        return new_simple_namespace(fields.get());
    }
    return raise(value_error_type, "unknown clock");
}

// --- sleeping

Result<double> seconds_argument(Object* argument) {
    if (is_float(argument)) {
        const double seconds = float_value(argument);
        if (std::isnan(seconds)) return raise(value_error_type, "Invalid value NaN (not a number)");
        return seconds;
    }
    Ref<Int> whole = TRY(to_index(argument));
    return int_to_double(whole.get());
}

NewRef time_sleep(Object*, Object* const* arguments) {
    constexpr double longest = 9223372036.0;
    const double seconds = TRY(seconds_argument(arguments[0]));
    if (seconds < 0) return raise(value_error_type, "sleep length must be non-negative");
    if (seconds > longest) return raise(overflow_error_type, "timestamp too large to convert to C _PyTime_t");
    const std::int64_t deadline =
        TRY(read_clock(CLOCK_MONOTONIC)) + static_cast<std::int64_t>(std::ceil(seconds * 1e9));
    const timespec until{deadline / nanoseconds_per_second, deadline % nanoseconds_per_second};
    for (;;) {
        const int error =
            without_gil([&] { return ::clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, nullptr); });
        if (error == 0) return new_none();
        if (error != EINTR) return raise_os_error(error);
        TRY(run_signal_handlers());
    }
}

// --- calendar

Ref<Object> number(std::int64_t value) { return Ref<Object>(new_int(value)); }

NewRef struct_time(const tm& parts) {
    Ref<Object> fields[] = {number(parts.tm_year + 1900),
                            number(parts.tm_mon + 1),
                            number(parts.tm_mday),
                            number(parts.tm_hour),
                            number(parts.tm_min),
                            number(parts.tm_sec),
                            number((parts.tm_wday + 6) % 7),
                            number(parts.tm_yday + 1),
                            number(parts.tm_isdst),
                            Ref<Object>(decode_utf8(parts.tm_zone ? parts.tm_zone : "", "surrogateescape")),
                            number(parts.tm_gmtoff)};
    return new_struct_sequence(struct_time_type, fields);
}

/// Seconds since 1970 as given; now for None.
Result<std::time_t> timestamp_argument(Object* argument) {
    if (!argument || is_none(argument)) return std::time(nullptr);
    if (is_int(argument)) {
        const Int* whole = as_int(argument);
        if (!whole->is_small()) return raise(overflow_error_type, "timestamp out of range for platform time_t");
        return static_cast<std::time_t>(whole->small);
    }
    const double seconds = std::floor(TRY(seconds_argument(argument)));
    if (std::fabs(seconds) >= 9.2e18)
        return raise(overflow_error_type, "timestamp out of range for platform time_t");
    return static_cast<std::time_t>(seconds);
}

using Breakdown = tm* (*)(const std::time_t*, tm*);

Result<tm> broken_down(Object* argument, Breakdown breakdown) {
    const std::time_t when = TRY(timestamp_argument(argument));
    tm parts;
    errno = 0;
    if (!breakdown(&when, &parts)) return raise_os_error(errno ? errno : EINVAL);
    return parts;
}

NewRef time_gmtime(Object*, Object* const* arguments) {
    return struct_time(TRY(broken_down(arguments[0], ::gmtime_r)));
}
NewRef time_localtime(Object*, Object* const* arguments) {
    return struct_time(TRY(broken_down(arguments[0], ::localtime_r)));
}

/// The nine numbers of a time tuple, in C's counting. gettmarg.
Result<tm> parse_time_tuple(Object* given, const char* function) {
    if (!is_tuple(given)) return raise(type_error_type, "Tuple or struct_time argument required");
    const auto* tuple = static_cast<Tuple*>(given);
    if (tuple->size != 9)
        return raise(type_error_type, fmt::format("{}(): illegal time tuple argument", function));
    int parts[9];
    for (Size i = 0; i < 9; ++i) parts[i] = TRY(parsed_int_argument((*tuple)[i]));
    if (parts[0] < INT32_MIN + 1900) return raise(overflow_error_type, "year out of range");
    tm result{};
    result.tm_year = parts[0] - 1900;
    result.tm_mon = parts[1] - 1;
    result.tm_mday = parts[2];
    result.tm_hour = parts[3];
    result.tm_min = parts[4];
    result.tm_sec = parts[5];
    result.tm_wday = (parts[6] + 1) % 7;
    result.tm_yday = parts[7] - 1;
    result.tm_isdst = parts[8];
    if (given->type != &struct_time_type) return result;
    Object *zone = (*tuple)[9], *offset = (*tuple)[10];
    if (!is_none(zone)) {
        if (!is_str(zone)) return raise(type_error_type, "bad argument type for built-in operation");
        result.tm_zone = str_utf8(static_cast<Str*>(zone)).data();
    }
    if (!is_none(offset)) result.tm_gmtoff = TRY(argument_size(offset));
    return result;
}

/// What the C library may be given; zeros count as the first of their kind. checktm.
Status check_parts(tm& parts) {
    if (parts.tm_mon == -1) parts.tm_mon = 0;
    if (parts.tm_mday == 0) parts.tm_mday = 1;
    if (parts.tm_yday == -1) parts.tm_yday = 0;
    const auto out = [](int value, int least, int most) { return value < least || value > most; };
    const char* wrong = out(parts.tm_mon, 0, 11)     ? "month out of range"
                        : out(parts.tm_mday, 1, 31)  ? "day of month out of range"
                        : out(parts.tm_hour, 0, 23)  ? "hour out of range"
                        : out(parts.tm_min, 0, 59)   ? "minute out of range"
                        : out(parts.tm_sec, 0, 61)   ? "seconds out of range"
                        : parts.tm_wday < 0          ? "day of week out of range"
                        : out(parts.tm_yday, 0, 365) ? "day of year out of range"
                                                     : nullptr;
    if (wrong) return raise(value_error_type, wrong);
    return done;
}

/// The time tuple given, or the time now.
Result<tm> tuple_or_now(Object* given, const char* function) {
    if (!given) return broken_down(nullptr, ::localtime_r);
    tm parts = TRY(parse_time_tuple(given, function));
    TRY(check_parts(parts));
    return parts;
}

NewRef time_strftime(Object*, Object* const* arguments) {
    Str* format = TRY(str_argument(arguments[0], "strftime", "argument 1"));
    tm parts = TRY(tuple_or_now(arguments[1], "strftime"));
    if (parts.tm_isdst < -1 || parts.tm_isdst > 1) parts.tm_isdst = parts.tm_isdst < 0 ? -1 : 1;
    const std::string text(str_utf8(format));
    if (text.find('\0') != std::string::npos) return raise(value_error_type, "embedded null character");
    if (text.empty()) return empty_str();
    // A blank in front tells an empty result from a buffer that is too small.
    const std::string marked = " " + text;
    for (std::size_t size = 1024;; size *= 2) {
        std::string buffer(size, '\0');
        const std::size_t length = std::strftime(buffer.data(), size, marked.c_str(), &parts);
        if (length) return decode_utf8(std::string_view(buffer).substr(1, length - 1), "surrogatepass");
        if (size > 256 * marked.size() + 1024) return empty_str();
    }
}

NewRef calendar_text(const tm& parts) {
    constexpr const char* days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return str_from_utf8(fmt::format("{} {}{:3} {:02}:{:02}:{:02} {}", days[parts.tm_wday],
                                     months[parts.tm_mon], parts.tm_mday, parts.tm_hour, parts.tm_min,
                                     parts.tm_sec, parts.tm_year + 1900));
}

NewRef time_asctime(Object*, Object* const* arguments) {
    return calendar_text(TRY(tuple_or_now(arguments[0], "asctime")));
}
NewRef time_ctime(Object*, Object* const* arguments) {
    return calendar_text(TRY(broken_down(arguments[0], ::localtime_r)));
}

NewRef time_mktime(Object*, Object* const* arguments) {
    tm parts = TRY(parse_time_tuple(arguments[0], "mktime"));
    parts.tm_wday = -1;  // stays so if the C library fails
    const std::time_t when = ::mktime(&parts);
    if (when == -1 && parts.tm_wday == -1) return raise(overflow_error_type, "mktime argument out of range");
    return new_float(static_cast<double>(when));
}

NewRef time_strptime(Object*, Object* const* arguments) {
    Ref<Object> module = TRY(import_module("_strptime"));
    Ref<Object> function = TRY(get_attribute(module.get(), name<"_strptime_time">));
    return call_unpacked(function.get(), arguments[0], nullptr);
}

// --- time zone

Status add_time_zone(Module* module) {
    ::tzset();
    TRY(module_set(module, "timezone", new_int(::timezone).get()));
    const std::time_t now = std::time(nullptr);
    tm local;
    ::localtime_r(&now, &local);
    const bool has_summer = ::daylight != 0;
    TRY(module_set(module, "altzone", new_int(has_summer ? ::timezone - 3600 : ::timezone).get()));
    TRY(module_set(module, "daylight", new_int(has_summer).get()));
    Ref<Object> standard = TRY(Ref<Object>(decode_utf8(::tzname[0], "surrogateescape")));
    Ref<Object> summer = TRY(Ref<Object>(decode_utf8(::tzname[1], "surrogateescape")));
    Object* names[] = {standard.get(), summer.get()};
    return module_set(module, "tzname", new_tuple(names).get());
}

NewRef time_tzset(Object* module, Object* const*) {
    TRY(add_time_zone(static_cast<Module*>(module)));
    return new_none();
}

constexpr NativeDef functions[] = {
    {"time", clock_seconds<CLOCK_REALTIME>, "-($module, /)", "Seconds since 1970."},
    {"time_ns", clock_nanoseconds<CLOCK_REALTIME>, "-($module, /)", "Nanoseconds since 1970."},
    {"monotonic", clock_seconds<CLOCK_MONOTONIC>, "-($module, /)", "A clock that never goes back."},
    {"monotonic_ns", clock_nanoseconds<CLOCK_MONOTONIC>, "-($module, /)", "The same in nanoseconds."},
    {"perf_counter", clock_seconds<CLOCK_MONOTONIC>, "-($module, /)", "A clock for measuring short times."},
    {"perf_counter_ns", clock_nanoseconds<CLOCK_MONOTONIC>, "-($module, /)", "The same in nanoseconds."},
    {"process_time", clock_seconds<CLOCK_PROCESS_CPUTIME_ID>, "-($module, /)",
     "Processor time of the process."},
    {"process_time_ns", clock_nanoseconds<CLOCK_PROCESS_CPUTIME_ID>, "-($module, /)",
     "The same in nanoseconds."},
    {"thread_time", clock_seconds<CLOCK_THREAD_CPUTIME_ID>, "-($module, /)", "Processor time of the thread."},
    {"thread_time_ns", clock_nanoseconds<CLOCK_THREAD_CPUTIME_ID>, "-($module, /)", "The same in nanoseconds."},
    {"clock_gettime", time_clock_gettime, "-%($module, clk_id, /)", "The time of a clock."},
    {"clock_gettime_ns", time_clock_gettime_ns, "-%($module, clk_id, /)", "The same in nanoseconds."},
    {"clock_settime", time_clock_settime, "-%($module, clk_id, time, /)", "Sets a clock."},
    {"clock_settime_ns", time_clock_settime_ns, "-%($module, clk_id, time, /)", "The same in nanoseconds."},
    {"pthread_getcpuclockid", time_pthread_getcpuclockid, "-%($module, thread_id, /)",
     "The clock of a thread's processor time."},
    {"clock_getres", time_clock_getres, "-%($module, clk_id, /)", "The smallest step of a clock."},
    {"get_clock_info", time_get_clock_info, "-%($module, name, /)", "What a clock is made of."},
    {"sleep", time_sleep, "-($module, secs, /)", "Waits for a number of seconds."},
    {"gmtime", time_gmtime, "-%($module, seconds=None, /)", "Seconds since 1970 as calendar time in UTC."},
    {"localtime", time_localtime, "-%($module, seconds=None, /)", "Seconds since 1970 as local calendar time."},
    {"asctime", time_asctime, "-($module, tuple=<absent>, /)",
     "A time tuple as text: 'Sat Jun  6 16:26:11 1998'."},
    {"ctime", time_ctime, "-%($module, seconds=None, /)", "Seconds since 1970 as text."},
    {"mktime", time_mktime, "-($module, tuple, /)", "A local time tuple as seconds since 1970."},
    {"strftime", time_strftime, "-%($module, format, tuple=<absent>, /)",
     "A time tuple as text of that format."},
    {"strptime", time_strptime, "-($module, *args)", "A time tuple from text of a format."},
    {"tzset", time_tzset, "-($module)", "Reads the time zone from the environment again."},
};

struct Constant {
    const char* name;
    int value;
};

constexpr Constant constants[] = {
    {"CLOCK_REALTIME", CLOCK_REALTIME},
    {"CLOCK_MONOTONIC", CLOCK_MONOTONIC},
    {"CLOCK_MONOTONIC_RAW", CLOCK_MONOTONIC_RAW},
    {"CLOCK_PROCESS_CPUTIME_ID", CLOCK_PROCESS_CPUTIME_ID},
    {"CLOCK_THREAD_CPUTIME_ID", CLOCK_THREAD_CPUTIME_ID},
    {"CLOCK_BOOTTIME", CLOCK_BOOTTIME},
    {"CLOCK_TAI", CLOCK_TAI},
    {"_STRUCT_TM_ITEMS", 11},
};

Status fill(Module* module) {
    for (const Constant& constant : constants)
        TRY(module_set(module, constant.name, new_int(constant.value).get()));
    TRY(struct_time_type.prepare());
    TRY(module_set(module, "struct_time", &struct_time_type));
    return add_time_zone(module);
}

const ModuleSpec spec = {"time", "Clocks and calendar time.", functions, fill};

}  // namespace

Ref<Module> make_time_module() { return new_native_module(spec); }

}  // namespace minipy
