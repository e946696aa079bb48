// The module `_datetime`: what its classes share.
//
// A date or time is its numbers, kept apart and checked when it is made: whoever holds one need not check
// again, only take care not to fall over the odd ones that a forged pickle brings in. `tzinfo` null stands for
// None. Objects never change (but for the cached hash), so none of them is
// collected; classes derived in Python are. Results have the class of the operand: the built-in classes are
// filled directly, derived ones are called.
//
// CPython: Modules/_datetimemodule.c, Include/datetime.h
#pragma once

#include <array>
#include <cstdint>
#include <ctime>
#include <optional>
#include <span>
#include <string>

#include "modules/support.h"
#include "objects/bytes.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str.h"

namespace minipy::datetime {

extern Type date_type, datetime_type, time_type, delta_type, tzinfo_type, timezone_type, iso_date_type;

/// A whole number of microseconds: more than all of timedelta's range.
using Wide = __int128;

inline constexpr int min_year = 1, max_year = 9999;
inline constexpr int max_delta_days = 999999999;
inline constexpr std::int64_t seconds_per_day = 86400;
inline constexpr Wide us_per_second = 1000000, us_per_day = us_per_second * seconds_per_day;
/// Seconds from the start of year 1 (as day 1) to 1970.
inline constexpr std::int64_t epoch_seconds = 719163 * seconds_per_day;

struct Day {
    int year, month, day;
};

struct Clock {
    int hour = 0, minute = 0, second = 0, microsecond = 0;

    int seconds() const noexcept { return (hour * 60 + minute) * 60 + second; }
};

struct Delta : Object {
    Hash hash;  // -1: not computed yet
    int days, seconds, microseconds;
};

struct TzInfo : Object {};

struct Timezone : TzInfo {
    Delta* offset;
    Str* name;  // or null
};

struct Date : Object {
    Hash hash;  // -1: not computed yet
    std::uint16_t year;
    std::uint8_t month, day;

    Day day_of() const noexcept { return {year, month, day}; }
};

struct DateTime : Date {
    Clock clock;
    bool fold;
    Object* tzinfo;  // or null
};

struct Time : Object {
    Hash hash;  // -1: not computed yet
    Clock clock;
    bool fold;
    Object* tzinfo;  // or null
};

inline Delta* as_delta(Object* object) noexcept { return static_cast<Delta*>(object); }
inline Date* as_date(Object* object) noexcept { return static_cast<Date*>(object); }
inline DateTime* as_datetime(Object* object) noexcept { return static_cast<DateTime*>(object); }
inline Time* as_time(Object* object) noexcept { return static_cast<Time*>(object); }

inline bool is_delta(const Object* object) noexcept { return is_instance_of(object, delta_type); }
inline bool is_date(const Object* object) noexcept { return is_instance_of(object, date_type); }
inline bool is_datetime(const Object* object) noexcept { return is_instance_of(object, datetime_type); }
inline bool is_time(const Object* object) noexcept { return is_instance_of(object, time_type); }
inline bool is_tzinfo(const Object* object) noexcept { return is_instance_of(object, tzinfo_type); }

inline Object* none_if_null(Object* object_or_null) noexcept { return object_or_null ? object_or_null : &none; }
inline Object* null_if_none(Object* object) noexcept { return is_none(object) ? nullptr : object; }

// calendar.cpp

bool is_leap(int year) noexcept;
int days_in_month(int year, int month) noexcept;
/// Days before the first of the month in its year.
int days_before_month(int year, int month) noexcept;
/// 1 for the first of January of year 1; and back.
int ordinal_of(Day day) noexcept;
Day day_of_ordinal(int ordinal) noexcept;
/// 0 for Monday.
int weekday_of(Day day) noexcept;
/// The ordinal of the Monday that begins the first ISO week of the year.
int first_iso_monday(int year) noexcept;

enum class IsoError { Year, Week, Weekday };
/// The day of an ISO year, week and weekday; or what is wrong with them.
std::optional<IsoError> day_of_iso(int year, int week, int weekday, Day& day) noexcept;

/// ValueError "year 0 is out of range", "month must be in 1..12", "day is out of range for month".
Status check_day(Day day);
/// ValueError "hour must be in 0..23" and so on.
Status check_clock(const Clock& clock, int fold);

/// Carries what a unit has too much or too little (its range is 0 .. size-1) over to the next bigger one.
template <class Bigger, class Smaller>
void carry(Bigger& bigger, Smaller& smaller, Smaller size) noexcept {
    Smaller quotient = smaller / size, remainder = smaller % size;
    if (remainder < 0) --quotient, remainder += size;
    bigger += static_cast<Bigger>(quotient);
    smaller = remainder;
}

// arguments.cpp

/// The arguments of a constructor, the last `keyword_only` of them given by name alone. Raises TypeError in the
/// words of functions without a name; that one of the first `required` is missing only if there are keywords.
Status bind_constructor(std::span<const char* const> names, int keyword_only, int required, Tuple* positional,
                        Dict* keywords_or_null, std::span<Object*> bound);
/// A number of a date or time, or the fallback if the argument is null. OverflowError "signed integer is
/// greater than maximum".
Result<int> field_argument(Object* value_or_null, int fallback = 0);
/// Year, month and day, which must be there: each is looked at before the next is missed. TypeError.
Result<Day> day_arguments(Object* const* bound);
/// TypeError unless it is null, None or a tzinfo.
Status check_tzinfo(Object* tzinfo_or_null);
/// The state that pickle gives back as the first argument: bytes of the length, or a str of such characters
/// (from Python 2; ValueError if one is above 255). Empty if it is neither.
Result<Ref<Object>> pickled_state(Object* value, Size length, const char* what);
inline const unsigned char* state_octets(Object* state) noexcept {
    return reinterpret_cast<const unsigned char*>(static_cast<Bytes*>(state)->data());
}
/// A point in time given as int or float: whole seconds and microseconds, half to even. OverflowError,
/// ValueError.
struct TimePoint {
    std::int64_t seconds;
    int microseconds;
};
Result<TimePoint> time_point_argument(Object* timestamp);
/// The same in seconds, rounded down.
Result<std::int64_t> seconds_argument(Object* timestamp);

// local_time.cpp

/// The numbers of a moment (seconds since 1970) in UTC or in the time zone of the process. Raises OSError.
Result<tm> utc_time(std::int64_t seconds);
Result<tm> local_time(std::int64_t seconds);
inline Day day_of(const tm& time) noexcept { return {time.tm_year + 1900, time.tm_mon + 1, time.tm_mday}; }
/// A leap second counts as the one before.
inline Clock clock_of(const tm& time, int microsecond) noexcept {
    return {time.tm_hour, time.tm_min, time.tm_sec < 59 ? time.tm_sec : 59, microsecond};
}
/// The moment of a date and time in the zone of the process. PEP 495 says what `fold` does.
Result<std::int64_t> moment_of_local(Day day, const Clock& clock, bool fold);
/// Whether the numbers, which are those of the moment, mean the second of two moments that share them.
Result<bool> local_fold(std::int64_t seconds, Day day, const Clock& clock);

// delta.cpp

/// A timedelta; the numbers are brought into their ranges. OverflowError "days=...; must have magnitude <=
/// ...".
Ref<Delta> new_delta(std::int64_t days, std::int64_t seconds, std::int64_t microseconds,
                     Type* type = &delta_type);
Ref<Delta> delta_from_us(Wide us, Type* type = &delta_type);
Wide us_of(const Delta* delta) noexcept;
Hash delta_hash_of(Wide us);
inline int compare_deltas(const Delta* left, const Delta* right) noexcept {
    const Wide difference = us_of(left) - us_of(right);
    return (difference > 0) - (difference < 0);
}
double total_seconds(const Delta* delta) noexcept;

// tzinfo.cpp, timezone.cpp

/// What `tzinfo.utcoffset(argument)` and `dst` give: a timedelta of less than a day, or null for None.
/// TypeError, ValueError otherwise.
Result<Ref<Delta>> call_utcoffset(Object* tzinfo_or_null, Object* argument);
Result<Ref<Delta>> call_dst(Object* tzinfo_or_null, Object* argument);
/// The same for `tzname`: a str, or null for None.
Result<Ref<Str>> call_tzname(Object* tzinfo_or_null, Object* argument);
/// Such a result as an object.
inline NewRef delta_or_none(Ref<Delta> delta) {
    if (!delta) return new_none();
    return NewRef(delta.release());
}

/// `timezone(offset, name)`; `timezone.utc` for no offset without a name. ValueError if it is a day or more.
Ref<Object> new_timezone(Delta* offset, Str* name_or_null);
Object* utc() noexcept;
/// Makes utc and sets it with the limits on the type. After delta's.
Status add_timezone_constants();
Status add_delta_constants();
Status add_date_constants();
Status add_time_constants();
Status add_datetime_constants();
/// Sets a constant on a built-in type.
inline Status type_set(Type& type, const char* constant, Object* value) {
    return dict_set(type.dict, intern(constant).get(), value);
}

// format.cpp

/// "+01:00", with seconds and microseconds if there are any; "" without an offset.
std::string offset_text(const Delta* offset_or_null, const char* separator);
/// "12:30:00.000001" by a timespec ("auto" and so on). ValueError "Unknown timespec value".
Result<std::string> clock_text(const Clock& clock, std::string_view timespec);
/// `time.strftime(format, time_tuple)` with %z, %Z and %f filled in. `argument` is what tzinfo's methods get.
NewRef strftime(Object* format, Object* time_tuple, Object* tzinfo_or_null, Object* argument, int microsecond);
/// A `time.struct_time`.
NewRef new_time_tuple(Day day, const Clock& clock, int dst);
std::string c_time_text(Day day, const Clock& clock);
/// "datetime.date" of date, "Sub" of a class derived from it.
const char* class_text(Object* self) noexcept;
/// `__format__` of all three: `str(self)` for an empty format, else `self.strftime(format)`.
NewRef format_method(Object* self, Object* const* arguments);

// iso_text.cpp

struct IsoClock {
    Clock clock;
    bool has_offset = false;
    Wide offset_us = 0;
};
/// Read what isoformat() writes, and the other forms of ISO 8601 that are no more than a date or time. Raise
/// ValueError "Invalid isoformat string: ...".
Result<Day> parse_iso_date(Object* text);
Result<IsoClock> parse_iso_time(Object* text);
struct IsoMoment {
    Day day;
    IsoClock time;
};
Result<IsoMoment> parse_iso_moment(Object* text);
/// The zone that the text names, or null without one; owned.
Result<Ref<Object>> zone_of(const IsoClock& time);

// date.cpp, time.cpp, datetime.cpp, datetime_make.cpp, datetime_methods.cpp

Ref<Object> new_date(Day day, Type* type = &date_type);
/// By calling the class if it is not date or datetime themselves. A called class gets no `fold`.
NewRef make_date(Object* cls, Day day);
/// `y-m-d` plus a number of days; OverflowError "date value out of range".
Result<Day> day_plus(Day day, std::int64_t days);

Ref<Object> new_time(const Clock& clock, bool fold, Object* tzinfo_or_null, Type* type = &time_type);

Ref<Object> new_datetime(Day day, const Clock& clock, bool fold, Object* tzinfo_or_null,
                         Type* type = &datetime_type);
/// With the numbers checked.
NewRef checked_datetime(Type* type, Day day, const Clock& clock, int fold, Object* tzinfo_or_null);
NewRef make_datetime(Object* cls, Day day, const Clock& clock, bool fold, Object* tzinfo_or_null);
/// `moment + sign * delta`; OverflowError "date value out of range".
NewRef add_to_datetime(DateTime* moment, const Delta* delta, int sign);
/// From year 1 on, by its own clock.
inline Wide us_since_year_1(const DateTime* moment) noexcept {
    return ordinal_of(moment->day_of()) * us_per_day + moment->clock.seconds() * us_per_second +
           moment->clock.microsecond;
}

// datetime_make.cpp: the class methods, which have their rows in the table of datetime_methods.cpp.
NewRef datetime_now(Object* cls, Object* const* arguments);
NewRef datetime_utcnow(Object* cls, Object* const* arguments);
NewRef datetime_fromtimestamp(Object* cls, Object* const* arguments);
NewRef datetime_utcfromtimestamp(Object* cls, Object* const* arguments);
NewRef datetime_strptime(Object* cls, Object* const* arguments);
NewRef datetime_combine(Object* cls, Object* const* arguments);
NewRef datetime_fromisoformat(Object* cls, Object* const* arguments);

extern const std::span<const NativeDef> datetime_methods;
/// What pickle and the hash see: the numbers as ten bytes, `fold` in the highest bit of the month if wanted.
std::array<unsigned char, 10> datetime_state(const DateTime* self, bool with_fold) noexcept;
/// What `moment.utcoffset()` gives.
Result<Ref<Delta>> offset_of(DateTime* moment);

/// -1, 0 or 1.
int compare_days(Day left, Day right) noexcept;
int compare_clocks(const Clock& left, const Clock& right) noexcept;
/// TypeError "can't compare datetime.datetime to datetime.date".
Failure raise_incomparable(Object* left, Object* right);

}  // namespace minipy::datetime
