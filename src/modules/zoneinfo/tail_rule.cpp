// The rule for the time after the last transition: reading its text, and where a moment falls by it.
//
//   std offset [dst [offset] , start [/time] , end [/time]]
//
// Offsets are positive west of Greenwich. Invariant: digits are read as far as their number allows, and what is
// left over is the next part's error.
//
// CPython: Modules/_zoneinfo.c (parse_tz_str, find_tzrule_ttinfo, calendarrule_year_to_timestamp)
#include "modules/zoneinfo/zoneinfo.h"

namespace minipy::zoneinfo {
namespace {

constexpr int hour_seconds = 3600;
constexpr int epoch_ordinal = 719163;

bool is_digit(char c) noexcept { return '0' <= c && c <= '9'; }
bool is_letter(char c) noexcept { return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z'); }

/// What is left of the text. Each part is read from its front; false or nothing: it is not there.
struct Reader {
    std::string_view rest;

    bool take(char wanted) noexcept {
        if (!rest.starts_with(wanted)) return false;
        rest.remove_prefix(1);
        return true;
    }
    std::string_view take_prefix(std::size_t length) noexcept {
        const std::string_view taken = rest.substr(0, length);
        rest.remove_prefix(length);
        return taken;
    }
    std::optional<int> number(int least_digits, int most_digits) noexcept;
    std::optional<std::string_view> abbreviation() noexcept;
    std::optional<int> clock_time() noexcept;
    std::optional<std::int64_t> offset() noexcept;
    std::optional<DateRule> date() noexcept;
    bool date_rule(DateRule& rule) noexcept;
};

std::optional<int> Reader::number(int least_digits, int most_digits) noexcept {
    int value = 0, digits = 0;
    for (; digits < most_digits && !rest.empty() && is_digit(rest.front()); ++digits)
        value = value * 10 + (take_prefix(1).front() - '0');
    if (digits < least_digits) return std::nullopt;
    return value;
}

/// Letters, or anything of letters, digits and signs within <>.
std::optional<std::string_view> Reader::abbreviation() noexcept {
    std::size_t length = 0;
    if (!take('<')) {
        while (length < rest.size() && is_letter(rest[length])) ++length;
        if (!length) return std::nullopt;
        return take_prefix(length);
    }
    const auto allowed = [](char c) { return is_letter(c) || is_digit(c) || c == '+' || c == '-'; };
    while (length < rest.size() && allowed(rest[length])) ++length;
    const std::string_view name = take_prefix(length);
    if (!take('>')) return std::nullopt;
    return name;
}

/// [+-]h[h][:mm[:ss]] in seconds.
std::optional<int> Reader::clock_time() noexcept {
    const int sign = take('-') ? -1 : (take('+'), 1);
    const std::optional<int> hours = number(1, 2);
    if (!hours) return std::nullopt;
    int seconds = *hours * hour_seconds;
    for (int unit : {60, 1}) {
        if (!take(':')) break;
        const std::optional<int> part = number(2, 2);
        if (!part) return std::nullopt;
        seconds += *part * unit;
    }
    return sign * seconds;
}

std::optional<std::int64_t> Reader::offset() noexcept {
    const std::optional<int> west = clock_time();
    if (!west || std::abs(*west) >= 25 * hour_seconds) return std::nullopt;
    return -*west;
}

bool Reader::date_rule(DateRule& rule) noexcept {
    if (take('M')) {
        rule.kind = DateRule::Kind::Calendar;
        const std::optional<int> month = number(1, 2);
        if (!month || !take('.')) return false;
        const std::optional<int> week = number(1, 1);
        if (!week || !take('.')) return false;
        const std::optional<int> day = number(1, 1);
        if (!day) return false;
        rule.month = *month, rule.week = *week, rule.day = *day;
        return 1 <= *month && *month <= 12 && 1 <= *week && *week <= 5 && *day <= 6;
    }
    rule.kind = take('J') ? DateRule::Kind::Julian : DateRule::Kind::DayOfYear;
    const std::optional<int> day = number(1, 3);
    rule.day = day.value_or(0);
    return day && *day <= 365 && (*day || rule.kind != DateRule::Kind::Julian);
}

std::optional<DateRule> Reader::date() noexcept {
    DateRule rule;
    if (!date_rule(rule)) return std::nullopt;
    if (take('/')) {
        const std::optional<int> time = clock_time();
        if (!time) return std::nullopt;
        rule.seconds = *time;
    }
    return rule;
}

/// The parts of the text, or what is wrong with it.
struct Parsed {
    std::string_view standard, daylight;
    std::int64_t standard_offset = 0, daylight_offset = 0;
    bool has_daylight = false;
};

const char* parse(Reader& reader, Parsed& parsed, TailRule& rule) noexcept {
    const std::optional<std::string_view> standard = reader.abbreviation();
    if (!standard) return "Invalid STD format in ";
    const std::optional<std::int64_t> standard_offset = reader.offset();
    if (!standard_offset) return "Invalid STD offset in ";
    parsed = {*standard, {}, *standard_offset, 0, !reader.rest.empty()};
    if (!parsed.has_daylight) return nullptr;
    const std::optional<std::string_view> daylight = reader.abbreviation();
    if (!daylight) return "Invalid DST format in ";
    const std::optional<std::int64_t> daylight_offset =
        reader.rest.starts_with(',') ? *standard_offset + hour_seconds : reader.offset();
    if (!daylight_offset) return "Invalid DST offset in ";
    parsed.daylight = *daylight, parsed.daylight_offset = *daylight_offset;
    for (DateRule* each : {&rule.start, &rule.end}) {
        if (!reader.take(',')) return "Missing transition rules in TZ string: ";
        const std::optional<DateRule> date = reader.date();
        if (!date) return "Malformed transition rule in TZ string: ";
        *each = *date;
    }
    return reader.rest.empty() ? nullptr : "Extraneous characters at end of TZ string: ";
}

}  // namespace

Status parse_tail_rule(Object* text_bytes, TailRule& rule) {
    const auto* bytes = static_cast<const Bytes*>(text_bytes);
    Reader reader{{bytes->data(), static_cast<std::size_t>(bytes->size)}};
    Parsed parsed;
    if (const char* complaint = parse(reader, parsed, rule)) {
        Ref<Str> shown = TRY(repr(text_bytes));
        return raise(value_error_type, fmt::format("{}{}", complaint, str_utf8(shown.get())));
    }
    TRY(fill_time_type(rule.standard, parsed.standard_offset, 0, str_from_utf8(parsed.standard)));
    rule.standard_only = !parsed.has_daylight;
    if (rule.standard_only) return done;
    rule.daylight_shift = parsed.daylight_offset - parsed.standard_offset;
    return fill_time_type(rule.daylight, parsed.daylight_offset, rule.daylight_shift,
                          str_from_utf8(parsed.daylight));
}

// --- the rule applied

std::int64_t DateRule::moment_in(int year) const noexcept {
    using namespace datetime;
    int ordinal;
    if (kind == Kind::Calendar) {
        // Days of the week count from Sunday here, from Monday there.
        const int first_weekday = (weekday_of({year, month, 1}) + 1) % 7;
        int month_day = (day - first_weekday + 7) % 7 + 1 + (week - 1) * 7;
        if (month_day > days_in_month(year, month)) month_day -= 7;
        ordinal = ordinal_of({year, month, month_day});
    } else {
        // The Julian day leaves the 29th of February out. That the other kind counts from 0, and that day 59 is
        // the 28th, is not heeded in CPython either.
        const bool after_leap_day = kind == Kind::Julian && day >= 59 && is_leap(year);
        ordinal = ordinal_of({year, 1, 1}) - 1 + day + after_leap_day;
    }
    return (ordinal - epoch_ordinal) * seconds_per_day + seconds;
}

namespace {

bool is_daylight(std::int64_t seconds, std::int64_t start, std::int64_t end) noexcept {
    return start < end ? start <= seconds && seconds < end : !(end <= seconds && seconds < start);
}

}  // namespace

const TimeType& TailRule::at_local(std::int64_t seconds, bool fold, int year) const noexcept {
    if (standard_only) return standard;
    std::int64_t begin = start.moment_in(year), finish = end.moment_in(year);
    // The time that exists twice lies before the end, or before the start if daylight saving turns the clock
    // back.
    if (fold == (daylight_shift >= 0))
        finish -= daylight_shift;
    else
        begin += daylight_shift;
    return is_daylight(seconds, begin, finish) ? daylight : standard;
}

const TimeType& TailRule::at_utc(std::int64_t seconds, int year, bool& fold) const noexcept {
    fold = false;
    if (standard_only) return standard;
    const std::int64_t begin = start.moment_in(year) - standard.utc_seconds;
    const std::int64_t finish = end.moment_in(year) - daylight.utc_seconds;
    const std::int64_t doubled = daylight_shift > 0 ? finish : begin;
    fold = doubled <= seconds && seconds < doubled + std::abs(daylight_shift);
    return is_daylight(seconds, begin, finish) ? daylight : standard;
}

}  // namespace minipy::zoneinfo
