// Arguments of the constructors, numbers of dates and times, timestamps.
//
// CPython: Python/getargs.c (the format "iii|iiiiO$i"), Python/pytime.c (_PyTime_ObjectToTimeval)
#include <cmath>

#include "modules/datetime/datetime.h"
#include "objects/arguments.h"
#include "objects/bytes.h"
#include "objects/float.h"
#include "objects/index.h"
#include "objects/number_convert.h"

namespace minipy::datetime {

Status bind_constructor(std::span<const char* const> names, int keyword_only, int required, Tuple* positional,
                        Dict* keywords_or_null, std::span<Object*> bound) {
    const Size most = static_cast<Size>(names.size()) - keyword_only;
    const Size given = positional->size + (keywords_or_null ? keywords_or_null->used : 0);
    if (keyword_only && positional->size > most && given <= static_cast<Size>(names.size()))
        return raise(type_error_type, fmt::format("function takes at most {} positional arguments ({} given)",
                                                  most, positional->size));
    return bind_arguments("", names, positional, keywords_or_null, bound, keywords_or_null ? required : 0);
}

Result<int> field_argument(Object* value_or_null, int fallback) {
    if (!value_or_null) return fallback;
    return parsed_int_argument(value_or_null);
}

Result<Day> day_arguments(Object* const* bound) {
    static constexpr const char* names[] = {"year", "month", "day"};
    int numbers[3];
    for (int i = 0; i < 3; ++i) {
        if (!bound[i])
            return raise(type_error_type,
                         fmt::format("function missing required argument '{}' (pos {})", names[i], i + 1));
        numbers[i] = TRY(field_argument(bound[i]));
    }
    return Day{numbers[0], numbers[1], numbers[2]};
}

Status check_tzinfo(Object* tzinfo_or_null) {
    if (!tzinfo_or_null || is_none(tzinfo_or_null) || is_tzinfo(tzinfo_or_null)) return done;
    return raise(type_error_type,
                 fmt::format("tzinfo argument must be None or of a tzinfo subclass, not type '{}'",
                             tzinfo_or_null->type->name));
}

Result<Ref<Object>> pickled_state(Object* value, Size length, const char* what) {
    if (is_bytes(value) && static_cast<Bytes*>(value)->size == length) return share(value);
    if (!is_str(value) || static_cast<Str*>(value)->size != length) return Ref<Object>();
    const Str* text = static_cast<Str*>(value);
    if (text->kind > 1)
        return raise(value_error_type,
                     fmt::format("Failed to encode latin1 string when unpickling a {} object. "
                                 "pickle.load(data, encoding='latin1') is assumed.",
                                 what));
    return Ref<Object>(new_bytes(text->view1()));
}

namespace {

Failure raise_out_of_time_range() {
    return raise(overflow_error_type, "timestamp out of range for platform time_t");
}

Result<std::int64_t> whole_seconds(Object* timestamp) {
    Ref<Int> number = TRY(to_index(timestamp));
    if (!number->is_small()) return raise_out_of_time_range();
    return number->small;
}

Result<double> finite_seconds(Object* timestamp) {
    const double seconds = float_value(timestamp);
    if (std::isnan(seconds)) return raise(value_error_type, "Invalid value NaN (not a number)");
    if (!(-0x1p63 <= seconds && seconds < 0x1p63)) return raise_out_of_time_range();
    return seconds;
}

}  // namespace

Result<TimePoint> time_point_argument(Object* timestamp) {
    if (!is_float(timestamp)) return TimePoint{TRY(whole_seconds(timestamp)), 0};
    double whole;
    double us = std::nearbyint(std::modf(TRY(finite_seconds(timestamp)), &whole) * 1e6);
    if (us >= 1e6) us -= 1e6, whole += 1;
    if (us < 0) us += 1e6, whole -= 1;
    if (!(-0x1p63 <= whole && whole < 0x1p63)) return raise_out_of_time_range();
    return TimePoint{static_cast<std::int64_t>(whole), static_cast<int>(us)};
}

Result<std::int64_t> seconds_argument(Object* timestamp) {
    if (!is_float(timestamp)) return whole_seconds(timestamp);
    return static_cast<std::int64_t>(std::floor(TRY(finite_seconds(timestamp))));
}

}  // namespace minipy::datetime
