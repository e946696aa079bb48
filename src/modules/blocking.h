// System calls that may wait, and for how long.
//
// CPython: Py_BEGIN_ALLOW_THREADS, Python/pytime.c, PEP 475
#pragma once

#include <cerrno>
#include <cstdint>
#include <ctime>

#include "modules/os_error.h"
#include "modules/time_rounding.h"
#include "objects/type.h"
#include "vm/gil.h"
#include "vm/signals.h"

namespace minipy {

/// Runs a system call that may wait, with other threads running meanwhile. Its result; `errno` is the call's.
template <class Call>
auto blocking(Call call) {
    return without_gil(call);
}

/// The result of a system call that says -1 for an error, made again after the handlers of a signal that has
/// interrupted it; OSError for other errors.
template <class Call>
auto blocking_retried(Call call) -> Result<decltype(call())> {
    for (;;) {
        const auto result = blocking(call);
        if (result != -1) return result;
        if (errno != EINTR) return raise_errno();
        TRY(run_signal_handlers());
    }
}

/// A number of seconds (float or int) in nanoseconds. TypeError, ValueError for NaN, OverflowError.
/// _PyTime_FromSecondsObject. `per_second`: how many of the unit make a second.
Result<std::int64_t> nanoseconds_argument(Object* seconds, std::int64_t per_second = 1,
                                          Rounding rounding = Rounding::Up);

/// An int that counts nanoseconds. TypeError "expect int, got float", OverflowError.
/// _PyTime_FromNanosecondsObject.
Result<std::int64_t> whole_nanoseconds_argument(Object* nanoseconds);

/// Nanoseconds of a clock that only moves forward.
std::int64_t monotonic_nanoseconds() noexcept;

/// A point in time that is `nanoseconds` away, or never.
class Deadline {
  public:
    Deadline() noexcept = default;
    explicit Deadline(std::int64_t nanoseconds) noexcept;
    bool is_set() const noexcept { return set_; }
    /// The point itself, on the clock that only moves forward.
    timespec time() const noexcept;
    /// What is left, 0 when it is over.
    std::int64_t left() const noexcept;
    /// The same in milliseconds, rounded up; -1 for never: what poll() takes.
    int left_milliseconds() const noexcept;

  private:
    bool set_ = false;
    std::int64_t at_ = 0;
};

}  // namespace minipy
