// Moments (seconds since 1970) and the clock on the wall of the process's time zone.
//
// The C library only converts moments to wall clocks. The way back tries the offsets from UTC that are in force
// near the time asked for: a wall time that neither offset explains lies in a gap, one that both explain
// happens twice, and `fold` says which of the two is meant.
//
// CPython: Modules/_datetimemodule.c (local_to_seconds), PEP 495
#include <cerrno>
#include <ctime>

#include <algorithm>

#include "modules/datetime/datetime.h"
#include "modules/os_error.h"

namespace minipy::datetime {
namespace {

constexpr std::int64_t longest_fold = seconds_per_day;

/// Seconds since the start of the calendar.
Result<std::int64_t> wall_seconds(Day day, const Clock& clock) {
    if (day.year < min_year || day.year > max_year)
        return raise(value_error_type, fmt::format("year {} is out of range", day.year));
    return ordinal_of(day) * seconds_per_day + clock.seconds();
}

/// What the wall clock shows at a moment; both in seconds since the start of the calendar.
Result<std::int64_t> wall_at(std::int64_t moment) {
    const tm time = TRY(local_time(moment - epoch_seconds));
    return wall_seconds(day_of(time), {time.tm_hour, time.tm_min, time.tm_sec, 0});
}

Result<tm> broken_down(std::int64_t seconds, tm* (*convert)(const time_t*, tm*)) {
    const time_t moment = seconds;
    tm time{};
    errno = 0;
    if (convert(&moment, &time)) return time;
    if (!errno) errno = EINVAL;
    return raise_errno();
}

}  // namespace

Result<tm> utc_time(std::int64_t seconds) { return broken_down(seconds, gmtime_r); }
Result<tm> local_time(std::int64_t seconds) { return broken_down(seconds, localtime_r); }

Result<std::int64_t> moment_of_local(Day day, const Clock& clock, bool fold) {
    const std::int64_t wall = TRY(wall_seconds(day, clock));
    const std::int64_t offset = TRY(wall_at(wall)) - wall;
    const std::int64_t first = wall - offset;
    const std::int64_t first_wall = TRY(wall_at(first));
    std::int64_t other_offset;
    if (first_wall == wall) {
        // A solution; there may be another one before or after it.
        const std::int64_t probe = fold ? first + longest_fold : first - longest_fold;
        other_offset = TRY(wall_at(probe)) - probe;
        if (offset == other_offset) return first - epoch_seconds;
    } else {
        other_offset = first_wall - first;
    }
    const std::int64_t second = wall - other_offset;
    if (TRY(wall_at(second)) == wall) return second - epoch_seconds;
    if (first_wall == wall) return first - epoch_seconds;
    return (fold ? std::min(first, second) : std::max(first, second)) - epoch_seconds;
}

Result<bool> local_fold(std::int64_t seconds, Day day, const Clock& clock) {
    const std::int64_t wall = TRY(wall_seconds(day, clock)), moment = epoch_seconds + seconds;
    const std::int64_t earlier = TRY(wall_at(moment - longest_fold));
    const std::int64_t set_back = wall - earlier - longest_fold;
    return set_back < 0 && TRY(wall_at(moment + set_back)) == wall;
}

}  // namespace minipy::datetime
