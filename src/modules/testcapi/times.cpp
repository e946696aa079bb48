// Times turned from one unit into another, rounded as the caller says: what sleeping, waiting and setting a
// clock do with the times they are given.
//
// CPython: Modules/_testcapimodule.c (test_PyTime_*, test_pytime_object_to_*), Python/pytime.c
#include <cmath>

#include "modules/blocking.h"
#include "modules/support.h"
#include "modules/testcapi/testcapi.h"
#include "objects/float.h"
#include "objects/index.h"
#include "objects/int.h"

namespace minipy {
namespace {

constexpr std::int64_t milliseconds = 1'000, microseconds = 1'000'000, nanoseconds = 1'000'000'000;

Result<Rounding> rounding_argument(Object* value) {
    const int mode = TRY(argument_int(value));
    if (mode < 0 || mode > static_cast<int>(Rounding::Up)) return raise(value_error_type, "invalid rounding");
    return static_cast<Rounding>(mode);
}

/// A time in units of a fraction of a second as whole seconds and what is left, which is not negative.
NewRef split(std::int64_t time, std::int64_t per_second) {
    const std::int64_t seconds = divided(time, per_second, Rounding::Floor);
    return pack({new_int(seconds).get(), new_int(time - seconds * per_second).get()});
}

NewRef testcapi_from_seconds(Object*, Object* const* arguments) {
    return new_int(TRY(argument_int(arguments[0])) * nanoseconds);
}

NewRef testcapi_from_seconds_object(Object*, Object* const* arguments) {
    const Rounding rounding = TRY(rounding_argument(arguments[1]));
    return new_int(TRY(nanoseconds_argument(arguments[0], 1, rounding)));
}

NewRef testcapi_as_seconds_double(Object*, Object* const* arguments) {
    return new_float(static_cast<double>(TRY(whole_nanoseconds_argument(arguments[0]))) / 1e9);
}

template <std::int64_t per_second>
NewRef testcapi_as_unit(Object*, Object* const* arguments) {
    const Rounding rounding = TRY(rounding_argument(arguments[1]));
    return new_int(divided(TRY(whole_nanoseconds_argument(arguments[0])), nanoseconds / per_second, rounding));
}

NewRef testcapi_as_timeval(Object*, Object* const* arguments) {
    const Rounding rounding = TRY(rounding_argument(arguments[1]));
    const std::int64_t time = TRY(whole_nanoseconds_argument(arguments[0]));
    return split(divided(time, nanoseconds / microseconds, rounding), microseconds);
}

NewRef testcapi_as_timespec(Object*, Object* const* arguments) {
    return split(TRY(whole_nanoseconds_argument(arguments[0])), nanoseconds);
}

// --- Objects that are seconds: ints stay exact however large, of floats only the fraction is rounded

Failure out_of_range() { return raise(overflow_error_type, "timestamp out of range for platform time_t"); }

Result<std::int64_t> whole_seconds(double seconds) {
    if (!(seconds >= -0x1p63 && seconds < 0x1p63)) return out_of_range();
    return static_cast<std::int64_t>(seconds);
}

Result<std::int64_t> int_seconds(Object* value) {
    Ref<Int> whole = TRY(to_index(value));
    if (!whole->is_small()) return out_of_range();
    return whole->small;
}

Failure raise_nan() { return raise(value_error_type, "Invalid value NaN (not a number)"); }

NewRef testcapi_object_to_time_t(Object*, Object* const* arguments) {
    const Rounding rounding = TRY(rounding_argument(arguments[1]));
    if (!is_float(arguments[0])) return new_int(TRY(int_seconds(arguments[0])));
    const double value = float_value(arguments[0]);
    if (std::isnan(value)) return raise_nan();
    return new_int(TRY(whole_seconds(rounded(value, rounding))));
}

template <std::int64_t per_second>
NewRef testcapi_object_to_parts(Object*, Object* const* arguments) {
    const Rounding rounding = TRY(rounding_argument(arguments[1]));
    if (!is_float(arguments[0])) return pack({new_int(TRY(int_seconds(arguments[0]))).get(), new_int(0).get()});
    const double value = float_value(arguments[0]);
    if (std::isnan(value)) return raise_nan();
    constexpr double unit = per_second;
    double seconds;
    double fraction = rounded(std::modf(value, &seconds) * unit, rounding);
    if (fraction >= unit) {
        fraction -= unit;
        ++seconds;
    } else if (fraction < 0) {
        fraction += unit;
        --seconds;
    }
    const std::int64_t whole = TRY(whole_seconds(seconds));
    return pack({new_int(whole).get(), new_int(static_cast<std::int64_t>(fraction)).get()});
}

constexpr NativeDef functions[] = {
    {"PyTime_FromSeconds", testcapi_from_seconds, "-($module, seconds, /)", nullptr},
    {"PyTime_FromSecondsObject", testcapi_from_seconds_object, "-($module, seconds, rounding, /)", nullptr},
    {"PyTime_AsSecondsDouble", testcapi_as_seconds_double, "-($module, time, /)", nullptr},
    {"PyTime_AsTimeval", testcapi_as_timeval, "-($module, time, rounding, /)", nullptr},
    {"PyTime_AsTimeval_clamp", testcapi_as_timeval, "-($module, time, rounding, /)", nullptr},
    {"PyTime_AsTimespec", testcapi_as_timespec, "-($module, time, /)", nullptr},
    {"PyTime_AsTimespec_clamp", testcapi_as_timespec, "-($module, time, /)", nullptr},
    {"PyTime_AsMilliseconds", testcapi_as_unit<milliseconds>, "-($module, time, rounding, /)", nullptr},
    {"PyTime_AsMicroseconds", testcapi_as_unit<microseconds>, "-($module, time, rounding, /)", nullptr},
    {"pytime_object_to_time_t", testcapi_object_to_time_t, "-($module, time, rounding, /)", nullptr},
    {"pytime_object_to_timeval", testcapi_object_to_parts<microseconds>, "-($module, time, rounding, /)",
     nullptr},
    {"pytime_object_to_timespec", testcapi_object_to_parts<nanoseconds>, "-($module, time, rounding, /)",
     nullptr},
};

}  // namespace

std::span<const NativeDef> testcapi_time_functions() noexcept { return functions; }

}  // namespace minipy
