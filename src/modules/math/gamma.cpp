// The gamma function and its logarithm by Lanczos' approximation.
//
// gamma(x) = lanczos_sum(x) * (x + g - 0.5)^(x - 0.5) / exp(x + g - 0.5), where the sum is a rational function
// with N = 13 and g chosen for doubles. The rounding error of x + g - 0.5 is known and corrected for; negative
// arguments go through the reflection formula.
//
// CPython: Modules/mathmodule.c (m_tgamma, m_lgamma)
#include <cmath>
#include <numbers>

#include "modules/math/math.h"

namespace minipy {
namespace {

constexpr int terms = 13;
constexpr double g = 6.024680040776729583740234375, g_minus_half = 5.524680040776729583740234375;
constexpr double numerator[terms] = {
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
};
constexpr double denominator[terms] = {0.0,        39916800.0, 120543840.0, 150917976.0, 105258076.0,
                                       45995730.0, 13339535.0, 2637558.0,   357423.0,    32670.0,
                                       1925.0,     66.0,       1.0};
constexpr int largest_exact_factorial = 23;

/// Horner's scheme from the end that keeps the powers of x small.
double lanczos_sum(double x) noexcept {
    double above = 0.0, below = 0.0;
    if (x < 5.0) {
        for (int i = terms - 1; i >= 0; --i) {
            above = above * x + numerator[i];
            below = below * x + denominator[i];
        }
    } else {
        for (int i = 0; i < terms; ++i) {
            above = above / x + numerator[i];
            below = below / x + denominator[i];
        }
    }
    return above / below;
}

/// sin(pi * x), exact at multiples of one half.
double sin_pi(double x) noexcept {
    constexpr double pi = std::numbers::pi;
    const double y = std::fmod(std::fabs(x), 2.0);
    double sine = 0.0;
    switch (static_cast<int>(std::round(2.0 * y))) {
        case 0: sine = std::sin(pi * y); break;
        case 1: sine = std::cos(pi * (y - 0.5)); break;
        case 2: sine = std::sin(pi * (1.0 - y)); break;
        case 3: sine = -std::cos(pi * (y - 1.5)); break;
        default: sine = std::sin(pi * (y - 2.0)); break;
    }
    return std::copysign(1.0, x) * sine;
}

double exact_factorial(int n) noexcept {
    double product = 1.0;
    for (int i = 2; i <= n; ++i) product *= i;
    return product;
}

/// base ** exponent applied to `value` in two halves where the whole power would overflow.
double scale_by_power(double value, double base, double magnitude, bool divide) noexcept {
    const auto apply = [divide](double v, double power) { return divide ? v / power : v * power; };
    if (magnitude < 140.0) return apply(value, std::pow(base, magnitude - 0.5));
    const double half = std::pow(base, magnitude / 2.0 - 0.25);
    return apply(apply(value, half), half);
}

double lanczos_gamma(double x) noexcept {
    const double magnitude = std::fabs(x);
    const double y = magnitude + g_minus_half;
    const double error =
        magnitude > g_minus_half ? (y - magnitude) - g_minus_half : (y - g_minus_half) - magnitude;
    const double correction = error * g / y;
    if (x < 0.0) {
        double result =
            -std::numbers::pi / sin_pi(magnitude) / magnitude * std::exp(y) / lanczos_sum(magnitude);
        result -= correction * result;
        return scale_by_power(result, y, magnitude, true);
    }
    double result = lanczos_sum(magnitude) / std::exp(y);
    result += correction * result;
    return scale_by_power(result, y, magnitude, false);
}

}  // namespace

Result<double> gamma_function(double x) {
    if (std::isnan(x) || x == HUGE_VAL) return x;
    const bool whole = x == std::floor(x);
    if (x == 0.0 || (whole && x < 0.0)) return math_domain_error();
    if (whole && x <= largest_exact_factorial) return exact_factorial(static_cast<int>(x) - 1);
    double result;
    if (std::fabs(x) < 1e-20)
        result = 1.0 / x;
    else if (std::fabs(x) > 200.0)
        result = x < 0.0 ? 0.0 / sin_pi(x) : HUGE_VAL;
    else
        result = lanczos_gamma(x);
    if (std::isinf(result)) return math_range_error();
    return result;
}

Result<double> log_gamma(double x) {
    constexpr double log_pi = 1.144729885849400174143427351353058711647;
    if (std::isnan(x)) return x;
    if (std::isinf(x)) return HUGE_VAL;
    if (x == std::floor(x) && x <= 2.0) {
        if (x <= 0.0) return math_domain_error();
        return 0.0;
    }
    const double magnitude = std::fabs(x);
    if (magnitude < 1e-20) return -std::log(magnitude);
    double result = std::log(lanczos_sum(magnitude)) - g;
    result += (magnitude - 0.5) * (std::log(magnitude + g - 0.5) - 1);
    if (x < 0.0) result = log_pi - std::log(std::fabs(sin_pi(magnitude))) - std::log(magnitude) - result;
    if (std::isinf(result)) return math_range_error();
    return result;
}

}  // namespace minipy
