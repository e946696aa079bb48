// Doubles made from an exact integer mantissa, rounded once.
//
// CPython: the roundings of Objects/longobject.c (_PyLong_Frexp, long_true_divide) and
// Objects/floatobject.c (float.fromhex)
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>

namespace minipy {

/// mantissa * 2**exponent rounded to nearest, ties to even; infinity beyond the range. `inexact` says that
/// non-zero bits below the mantissa were cut off: then it must have at least 54 significant bits.
inline double compose_double(std::uint64_t mantissa, bool inexact, long exponent) noexcept {
    if (mantissa == 0) return 0.0;
    constexpr long lowest_exponent = -1074;
    long last_bit = exponent + std::bit_width(mantissa) - 53;  // where the result's last bit stands
    if (last_bit < lowest_exponent) last_bit = lowest_exponent;
    const long drop = last_bit - exponent;
    if (drop > 64) return 0.0;
    if (drop > 0) {
        constexpr std::uint64_t half = std::uint64_t{1} << 63;
        const std::uint64_t dropped = mantissa << (64 - drop);
        mantissa = drop == 64 ? 0 : mantissa >> drop;
        if (dropped > half || (dropped == half && (inexact || (mantissa & 1)))) ++mantissa;
        exponent = last_bit;
    }
    return std::ldexp(static_cast<double>(mantissa), exponent > 2000 ? 2000 : static_cast<int>(exponent));
}

}  // namespace minipy
