// How times are rounded when they are turned into a coarser unit.
//
// CPython: Python/pytime.c (_PyTime_Round, _PyTime_Divide)
#pragma once

#include <cmath>
#include <cstdint>

namespace minipy {

/// The numbers are those that CPython's tests use.
enum class Rounding { Floor, Ceiling, HalfEven, Up };  // Up: away from zero

inline double rounded(double value, Rounding rounding) noexcept {
    switch (rounding) {
        case Rounding::Floor: return std::floor(value);
        case Rounding::Ceiling: return std::ceil(value);
        case Rounding::HalfEven: return std::nearbyint(value);
        case Rounding::Up: break;
    }
    return value < 0 ? std::floor(value) : std::ceil(value);
}

/// value / divisor as a whole number; the divisor is at least 2.
constexpr std::int64_t divided(std::int64_t value, std::int64_t divisor, Rounding rounding) noexcept {
    const std::int64_t toward_zero = value / divisor, rest = value % divisor;
    const std::int64_t away = rest < 0 ? -1 : rest > 0 ? 1 : 0;
    switch (rounding) {
        case Rounding::Floor: return toward_zero - (rest < 0);
        case Rounding::Ceiling: return toward_zero + (rest > 0);
        case Rounding::Up: return toward_zero + away;
        case Rounding::HalfEven: break;
    }
    const std::int64_t distance = rest < 0 ? -rest : rest, opposite = divisor - distance;
    const bool nearer = distance > opposite, tie_to_even = distance == opposite && toward_zero % 2 != 0;
    return nearer || tie_to_even ? toward_zero + away : toward_zero;
}

}  // namespace minipy
