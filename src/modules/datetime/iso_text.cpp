// Reading ISO 8601: what fromisoformat() of date, time and datetime accept.
//
// The readers look at one character behind the part that they read, which is always there: the text ends with a
// null character. Digits are ASCII.
//
// CPython: Modules/_datetimemodule.c (parse_isoformat_date, parse_hh_mm_ss_ff)
#include "modules/datetime/datetime.h"

namespace minipy::datetime {
namespace {

Failure raise_invalid(Object* text) {
    Ref<Str> shown = TRY(repr(text));
    return raise(value_error_type, fmt::format("Invalid isoformat string: {}", str_utf8(shown.get())));
}

bool is_digit(char character) noexcept { return '0' <= character && character <= '9'; }

/// A place in the text; reading beyond a character that does not fit says no.
struct Reader {
    const char* at;

    bool digits(int count, int& value) noexcept {
        value = 0;
        for (int i = 0; i < count; ++i, ++at) {
            if (!is_digit(*at)) return false;
            value = value * 10 + (*at - '0');
        }
        return true;
    }
    bool take(char character) noexcept {
        if (*at != character) return false;
        ++at;
        return true;
    }
};

/// 2000-W01-1, after the year.
bool read_week(Reader reader, const char* end, bool separated, int year, Day& day) noexcept {
    int week, weekday = 1;
    if (!reader.digits(2, week)) return false;
    if (reader.at < end) {
        if (separated && !reader.take('-')) return false;
        if (!reader.digits(1, weekday)) return false;
    }
    return !day_of_iso(year, week, weekday, day);
}

bool read_day(std::string_view text, Day& day) noexcept {
    Reader reader{text.data()};
    if (!reader.digits(4, day.year)) return false;
    const bool separated = reader.take('-');
    if (reader.take('W')) return read_week(reader, text.data() + text.size(), separated, day.year, day);
    if (!reader.digits(2, day.month)) return false;
    if (separated && !reader.take('-')) return false;
    return reader.digits(2, day.day);
}

/// HH[:MM[:SS[.fff...]]], with colons or without. `rest` is set when something follows.
bool read_clock(const char* start, const char* end, Clock& clock, bool& rest) noexcept {
    Reader reader{start};
    int* const parts[] = {&clock.hour, &clock.minute, &clock.second};
    bool separated = true;
    clock = {};
    for (int i = 0; i < 3; ++i) {
        if (!reader.digits(2, *parts[i])) return false;
        const char next = *reader.at++;
        if (i == 0) separated = next == ':';
        if (reader.at >= end) {
            rest = next != '\0';
            return true;
        }
        if (separated && next == ':') continue;
        if (next == '.' || next == ',') break;
        if (separated) return false;
        --reader.at;
    }
    const auto left = end - reader.at;
    const int wanted = left >= 6 ? 6 : static_cast<int>(left);
    if (!reader.digits(wanted, clock.microsecond)) return false;
    for (int i = wanted; i < 6; ++i) clock.microsecond *= 10;
    while (is_digit(*reader.at)) ++reader.at;
    rest = *reader.at != '\0';
    return true;
}

bool read_time(const char* start, const char* end, IsoClock& time) noexcept {
    const char* zone = start;
    while (zone < end && *zone != '+' && *zone != '-' && *zone != 'Z') ++zone;
    bool rest = false;
    if (!read_clock(start, zone, time.clock, rest)) return false;
    if (zone == end) return !rest;
    time.has_offset = true;
    if (*zone == 'Z') return zone[1] == '\0';
    Clock offset;
    if (!read_clock(zone + 1, end, offset, rest) || rest) return false;
    time.offset_us = offset.seconds() * us_per_second + offset.microsecond;
    if (*zone == '-') time.offset_us = -time.offset_us;
    return true;
}

/// Where the date ends and the separator stands. The forms of dates can be told apart by their characters 4 and
/// 5; what then is still ambiguous is taken for a date that is followed by a hyphen. -1: no date at all.
Size find_separator(std::string_view text) noexcept {
    if (text.size() == 7) return 7;
    if (text[4] == '-') {
        if (text[5] != 'W') return 10;  // YYYY-MM-DD
        if (text.size() == 8 || text[8] != '-') return 8;
        if (text.size() == 9) return -1;
        return text.size() > 10 && is_digit(text[10]) ? 8 : 10;
    }
    if (text[4] != 'W') return 8;  // YYYYMMDD
    std::size_t position = 7;
    while (position < text.size() && is_digit(text[position])) ++position;
    if (position < 9) return static_cast<Size>(position);
    return position % 2 == 0 ? 7 : 8;
}

/// Bytes of the character that starts with this one.
Size character_bytes(unsigned char first) noexcept {
    return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

bool is_surrogate(char32_t character) noexcept { return 0xd800 <= character && character <= 0xdfff; }

/// The text as UTF-8; a surrogate is no character but may be the separator, where any will do. Empty text if
/// there is another one.
std::string_view readable(Str* text, std::string& storage) {
    Size separator = -1;
    for (const Size place : {7, 8, 10})
        if (separator < 0 && place < text->size && is_surrogate(text->at(place))) separator = place;
    for (Size i = 0; i < text->size; ++i)
        if (i != separator && is_surrogate(text->at(i))) return {};
    if (separator < 0) return str_utf8(text);
    Ref<Str> before = str_substring(text, 0, separator), after = str_substring(text, separator + 1, text->size);
    storage = fmt::format("{}T{}", str_utf8(before.get()), str_utf8(after.get()));
    return storage;
}

Status check_text(Object* text) {
    if (is_str(text)) return done;
    return raise(type_error_type, "fromisoformat: argument must be str");
}

bool read_moment(std::string_view text, IsoMoment& moment) noexcept {
    if (text.size() < 7) return false;
    const Size separator = find_separator(text);
    if (separator < 0 || static_cast<std::size_t>(separator) > text.size()) return false;
    if (!read_day(text.substr(0, static_cast<std::size_t>(separator)), moment.day)) return false;
    const char* end = text.data() + text.size();
    const char* place = text.data() + separator;
    if (place == end) return true;
    return read_time(place + character_bytes(static_cast<unsigned char>(*place)), end, moment.time);
}

}  // namespace

Result<Day> parse_iso_date(Object* object) {
    TRY(check_text(object));
    std::string storage;
    const std::string_view text = readable(static_cast<Str*>(object), storage);
    Day day{};
    const bool fits = text.size() == 7 || text.size() == 8 || text.size() == 10;
    if (!fits || !storage.empty() || !read_day(text, day)) return raise_invalid(object);
    return day;
}

Result<IsoClock> parse_iso_time(Object* object) {
    TRY(check_text(object));
    std::string storage;
    const std::string_view text = readable(static_cast<Str*>(object), storage);
    IsoClock time;
    const char* start = text.data();
    if (start && *start == 'T') ++start;
    if (!start || !storage.empty() || !read_time(start, text.data() + text.size(), time))
        return raise_invalid(object);
    return time;
}

Result<IsoMoment> parse_iso_moment(Object* object) {
    TRY(check_text(object));
    std::string storage;
    IsoMoment moment{};
    if (!read_moment(readable(static_cast<Str*>(object), storage), moment)) return raise_invalid(object);
    return moment;
}

Result<Ref<Object>> zone_of(const IsoClock& time) {
    if (!time.has_offset) return Ref<Object>();
    if (time.offset_us / us_per_second == 0) return share(utc());
    Ref<Delta> offset = TRY(delta_from_us(time.offset_us));
    Ref<Object> zone = TRY(new_timezone(offset.get(), nullptr));
    return zone;
}

}  // namespace minipy::datetime
