// _zoneinfo: time zones of the IANA database.
//
// A zone is a list of moments at which the offset from UTC changes, and a rule for what comes after the last of
// them. The library reads the file and hands over numbers; here they become tables in which a moment is found
// by bisection, in UTC and in local time. Invariant: a loaded zone never changes, and every transition has a
// type.
//
// CPython: Modules/_zoneinfo.c
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "modules/datetime/datetime.h"

namespace minipy::zoneinfo {

/// What holds between two transitions.
struct TimeType {
    Ref<Object> utc_offset, dst_offset;  // timedeltas; in a moment without zone None
    Ref<Object> abbreviation;
    std::int64_t utc_seconds = 0;
};

/// Fails only if the offset is none that a timedelta can hold.
Status fill_time_type(TimeType& type, std::int64_t utc_seconds, std::int64_t dst_seconds,
                      Ref<Object> abbreviation);

/// When in each year the clock changes.
struct DateRule {
    enum class Kind { Calendar, Julian, DayOfYear } kind = Kind::Calendar;
    int month = 1, week = 1;  // of the calendar: "the last Sunday in March" is month 3, week 5, day 0
    int day = 0;
    std::int64_t seconds = 2 * 3600;  // after midnight

    /// The moment, in seconds since 1970 of the local time before the change.
    std::int64_t moment_in(int year) const noexcept;
};

/// What holds after the last transition.
struct TailRule {
    TimeType standard, daylight;
    bool standard_only = true;
    std::int64_t daylight_shift = 0;
    DateRule start, end;

    /// By local time, where `fold` chooses between two moments; and by UTC, where it is found out.
    const TimeType& at_local(std::int64_t seconds, bool fold, int year) const noexcept;
    const TimeType& at_utc(std::int64_t seconds, int year, bool& fold) const noexcept;
};

/// A rule from the text of the environment variable TZ in POSIX, such as "CET-1CEST,M3.5.0,M10.5.0/3".
/// ValueError. parse_tz_str.
Status parse_tail_rule(Object* text_bytes, TailRule& rule);

struct Transitions {
    std::vector<std::int64_t> utc;
    std::vector<std::int64_t> local[2];     // by `fold`
    std::vector<std::size_t> type_indices;  // what holds from each of them on
};

struct ZoneData {
    std::vector<TimeType> types;
    Transitions transitions;
    std::size_t type_before = 0;  // what holds before the first transition
    TailRule tail;
    bool fixed_offset = false;

    const TimeType& type_after(std::size_t transition) const noexcept {
        return types[transitions.type_indices[transition]];
    }
    /// The type at a local time, and at one in UTC.
    const TimeType& at_local(std::int64_t seconds, bool fold, int year) const noexcept;
    const TimeType& at_utc(std::int64_t seconds, int year, bool& fold) const noexcept;
};

/// Reads the file object by way of the library; null with an exception pending.
std::unique_ptr<ZoneData> load_zone(Object* file);

extern Type zone_info_type;

}  // namespace minipy::zoneinfo
