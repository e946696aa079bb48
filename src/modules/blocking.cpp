// System calls that may wait: see blocking.h.
//
// CPython: Python/pytime.c
#include "modules/blocking.h"

#include <fmt/format.h>

#include <algorithm>
#include <climits>
#include <cmath>

#include "objects/float.h"
#include "objects/index.h"
#include "objects/int.h"

namespace minipy {

namespace {

constexpr std::int64_t nanoseconds_per_second = 1'000'000'000, nanoseconds_per_millisecond = 1'000'000;

Failure too_large() { return raise(overflow_error_type, "timestamp too large to convert to C _PyTime_t"); }

}  // namespace

Result<std::int64_t> nanoseconds_argument(Object* seconds, std::int64_t per_second, Rounding rounding) {
    const std::int64_t factor = nanoseconds_per_second / per_second;
    if (is_float(seconds)) {
        const double value = float_value(seconds);
        if (std::isnan(value)) return raise(value_error_type, "Invalid value NaN (not a number)");
        const double whole = rounded(value * static_cast<double>(factor), rounding);
        if (!(whole >= -0x1p63 && whole < 0x1p63)) return too_large();
        return static_cast<std::int64_t>(whole);
    }
    Ref<Int> whole = TRY(to_index(seconds));
    std::int64_t result;
    if (!whole->is_small() || __builtin_mul_overflow(whole->small, factor, &result)) return too_large();
    return result;
}

Result<std::int64_t> whole_nanoseconds_argument(Object* nanoseconds) {
    if (!is_int(nanoseconds))
        return raise(type_error_type, fmt::format("expect int, got {}", nanoseconds->type->name));
    if (!as_int(nanoseconds)->is_small()) return too_large();
    return as_int(nanoseconds)->small;
}

std::int64_t monotonic_nanoseconds() noexcept {
    timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * nanoseconds_per_second + now.tv_nsec;
}

Deadline::Deadline(std::int64_t nanoseconds) noexcept : set_(true) {
    if (__builtin_add_overflow(monotonic_nanoseconds(), nanoseconds, &at_)) at_ = INT64_MAX;
}

timespec Deadline::time() const noexcept {
    return {at_ / nanoseconds_per_second, at_ % nanoseconds_per_second};
}

std::int64_t Deadline::left() const noexcept {
    return std::max<std::int64_t>(at_ - monotonic_nanoseconds(), 0);
}

int Deadline::left_milliseconds() const noexcept {
    if (!set_) return -1;
    const std::int64_t whole =
        left() / nanoseconds_per_millisecond + (left() % nanoseconds_per_millisecond != 0);
    return static_cast<int>(std::min<std::int64_t>(whole, INT_MAX));
}

}  // namespace minipy
