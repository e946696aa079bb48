// The proleptic Gregorian calendar: leap years, ordinals, weekdays, ISO weeks.
//
// CPython: Modules/_datetimemodule.c (days_before_year, ord_to_ymd, iso_to_ymd)
#include "modules/datetime/datetime.h"

namespace minipy::datetime {
namespace {

constexpr int days_per_year[] = {365, 366};
constexpr int days_per_4_years = 4 * 365 + 1;
constexpr int days_per_100_years = 25 * days_per_4_years - 1;
constexpr int days_per_400_years = 4 * days_per_100_years + 1;

/// Of each month's first in a common year.
constexpr int days_before[] = {0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};

int days_before_year(int year) noexcept {
    const int years = year - 1;
    return years * 365 + years / 4 - years / 100 + years / 400;
}

}  // namespace

bool is_leap(int year) noexcept { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in_month(int year, int month) noexcept {
    return days_before[month + 1] - days_before[month] + (month == 2 && is_leap(year));
}

int days_before_month(int year, int month) noexcept {
    return days_before[month] + (month > 2 && is_leap(year));
}

int ordinal_of(Day day) noexcept {
    return days_before_year(day.year) + days_before_month(day.year, day.month) + day.day;
}

/// Takes off whole cycles of 400, 100, 4 and 1 years; only the last day of a cycle needs care, since the last
/// century and the last year of their cycles are a day longer than the division says.
Day day_of_ordinal(int ordinal) noexcept {
    int rest = ordinal - 1;
    const int cycles = rest / days_per_400_years;
    rest %= days_per_400_years;
    const int centuries = rest / days_per_100_years;
    rest %= days_per_100_years;
    const int quadrenniums = rest / days_per_4_years;
    rest %= days_per_4_years;
    const int years = rest / days_per_year[0];
    rest %= days_per_year[0];
    const int year = cycles * 400 + centuries * 100 + quadrenniums * 4 + years + 1;
    if (years == 4 || centuries == 4) return {year - 1, 12, 31};
    int month = (rest + 50) >> 5;  // right, or one too many
    if (days_before_month(year, month) > rest) --month;
    return {year, month, rest - days_before_month(year, month) + 1};
}

int weekday_of(Day day) noexcept {
    const int weekday = (ordinal_of(day) + 6) % 7;
    return weekday < 0 ? weekday + 7 : weekday;  // before year 1
}

int first_iso_monday(int year) noexcept {
    const int first = ordinal_of({year, 1, 1});
    const int weekday = (first + 6) % 7;
    // The first week is the one that has the year's first Thursday.
    return first - weekday + (weekday > 3 ? 7 : 0);
}

std::optional<IsoError> day_of_iso(int year, int week, int weekday, Day& day) noexcept {
    if (year < min_year || year > max_year) return IsoError::Year;
    const int first = weekday_of({year, 1, 1});
    const bool has_week_53 = first == 3 || (first == 2 && is_leap(year));
    if (week < 1 || week > (has_week_53 ? 53 : 52)) return IsoError::Week;
    if (weekday < 1 || weekday > 7) return IsoError::Weekday;
    day = day_of_ordinal(first_iso_monday(year) + (week - 1) * 7 + weekday - 1);
    return std::nullopt;
}

Status check_day(Day day) {
    if (day.year < min_year || day.year > max_year)
        return raise(value_error_type, fmt::format("year {} is out of range", day.year));
    if (day.month < 1 || day.month > 12) return raise(value_error_type, "month must be in 1..12");
    if (day.day < 1 || day.day > days_in_month(day.year, day.month))
        return raise(value_error_type, "day is out of range for month");
    return done;
}

Status check_clock(const Clock& clock, int fold) {
    if (clock.hour < 0 || clock.hour > 23) return raise(value_error_type, "hour must be in 0..23");
    if (clock.minute < 0 || clock.minute > 59) return raise(value_error_type, "minute must be in 0..59");
    if (clock.second < 0 || clock.second > 59) return raise(value_error_type, "second must be in 0..59");
    if (clock.microsecond < 0 || clock.microsecond > 999999)
        return raise(value_error_type, "microsecond must be in 0..999999");
    if (fold != 0 && fold != 1) return raise(value_error_type, "fold must be either 0 or 1");
    return done;
}

int compare_days(Day left, Day right) noexcept {
    const int a = (left.year * 16 + left.month) * 32 + left.day;
    const int b = (right.year * 16 + right.month) * 32 + right.day;
    return (a > b) - (a < b);
}

int compare_clocks(const Clock& left, const Clock& right) noexcept {
    const int a = left.seconds(), b = right.seconds();
    if (a != b) return a < b ? -1 : 1;
    return (left.microsecond > right.microsecond) - (left.microsecond < right.microsecond);
}

}  // namespace minipy::datetime
