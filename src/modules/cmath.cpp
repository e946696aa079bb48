// cmath: functions of a complex variable.
//
// Finite arguments go through formulas chosen so that intermediate results neither overflow nor cancel (Kahan,
// "Branch cuts for complex elementary functions"). Arguments with infinities or NaNs follow C99 Annex G, which
// is what the C library computes; where that leaves a choice, each function makes CPython's. Invariant: `error`
// says whether the result is a domain or a range error.
//
// CPython: Modules/cmathmodule.c
#include <cerrno>
#include <cfloat>
#include <cmath>
#include <complex>
#include <numbers>

#include "modules/math/math.h"
#include "modules/support.h"
#include "objects/complex.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/number_convert.h"

namespace minipy {
namespace {

struct Value {
    double real, imaginary;
    bool is_finite() const noexcept { return std::isfinite(real) && std::isfinite(imaginary); }
    bool has_infinity() const noexcept { return std::isinf(real) || std::isinf(imaginary); }
};

enum class Error { None, Domain, Range };

struct Outcome {
    Value value;
    Error error = Error::None;
};

using Function = Outcome (*)(Value z);

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr double ln2 = std::numbers::ln2, pi = std::numbers::pi;
constexpr double large = DBL_MAX / 4;  // the parts of larger numbers are halved first
const double sqrt_large = std::sqrt(large);
const double log_large = std::log(large);
const double sqrt_min = std::sqrt(DBL_MIN);

double sign_of(double x) noexcept { return std::copysign(1.0, x); }

/// log(|z| / 2), for |z| that would overflow itself.
double log_of_half(Value z) noexcept { return std::log(std::hypot(z.real / 2, z.imaginary / 2)); }

bool is_large(Value z) noexcept { return std::fabs(z.real) > large || std::fabs(z.imaginary) > large; }

bool is_zero_and_nan(double zero, double nan) noexcept { return zero == 0 && std::isnan(nan); }
bool is_infinity_and_nan(double inf, double nan) noexcept { return std::isinf(inf) && std::isnan(nan); }

/// The C library's answer for arguments that are not finite.
template <class Library>
Value annex_g(Value z, Library function) {
    const std::complex<double> result = function(std::complex<double>(z.real, z.imaginary));
    return {result.real(), result.imag()};
}

Error overflow_of(Value result) noexcept { return result.has_infinity() ? Error::Range : Error::None; }

Value times_i(Value z) noexcept { return {-z.imaginary, z.real}; }
Value over_i(Value z) noexcept { return {z.imaginary, -z.real}; }

/// f(iz)/i: turns the hyperbolic functions into the circular ones.
template <Function function>
Outcome rotated(Value z) {
    Outcome outcome = function(times_i(z));
    outcome.value = over_i(outcome.value);
    return outcome;
}

// --- square root, exponential, logarithm

Value square_root(Value z) {
    if (!z.is_finite()) return annex_g(z, [](auto c) { return std::sqrt(c); });
    if (z.real == 0 && z.imaginary == 0) return {0.0, z.imaginary};
    double x = std::fabs(z.real);
    const double y = std::fabs(z.imaginary);
    double s;
    if (x < DBL_MIN && y < DBL_MIN) {  // subnormal: scaled up and back
        constexpr int up = 2 * (DBL_MANT_DIG / 2) + 1;
        x = std::ldexp(x, up);
        s = std::ldexp(std::sqrt(x + std::hypot(x, std::ldexp(y, up))), -(up + 1) / 2);
    } else {
        x /= 8;
        s = 2 * std::sqrt(x + std::hypot(x, y / 8));
    }
    const double d = y / (2 * s);
    if (z.real >= 0) return {s, std::copysign(d, z.imaginary)};
    return {d, std::copysign(s, z.imaginary)};
}

Outcome cmath_sqrt(Value z) { return {square_root(z)}; }

Outcome cmath_exp(Value z) {
    if (!z.is_finite()) {
        const Error error = std::isinf(z.imaginary) && (std::isfinite(z.real) || z.real == infinity)
                                ? Error::Domain
                                : Error::None;
        if (z.real == -infinity && !std::isfinite(z.imaginary)) return {{0, 0}, error};
        return {annex_g(z, [](auto c) { return std::exp(c); }), error};
    }
    const bool huge = z.real > log_large;
    const double length = std::exp(huge ? z.real - 1 : z.real), factor = huge ? std::numbers::e : 1.0;
    const Value result{length * std::cos(z.imaginary) * factor, length * std::sin(z.imaginary) * factor};
    return {result, overflow_of(result)};
}

/// log|z| of a finite z other than 0; near |z| = 1 without cancellation.
double log_of_length(Value z) noexcept {
    const double x = std::fabs(z.real), y = std::fabs(z.imaginary);
    if (x > large || y > large) return log_of_half(z) + ln2;
    if (x < DBL_MIN && y < DBL_MIN)
        return std::log(std::hypot(std::ldexp(x, DBL_MANT_DIG), std::ldexp(y, DBL_MANT_DIG))) -
               DBL_MANT_DIG * ln2;
    const double length = std::hypot(x, y);
    if (length < 0.71 || length > 1.73) return std::log(length);
    const double larger = std::max(x, y), smaller = std::min(x, y);
    return std::log1p((larger - 1) * (larger + 1) + smaller * smaller) / 2;
}

Outcome cmath_log(Value z) {
    if (!z.is_finite()) return {annex_g(z, [](auto c) { return std::log(c); })};
    const double angle = std::atan2(z.imaginary, z.real);
    if (z.real == 0 && z.imaginary == 0) return {{-infinity, angle}, Error::Domain};
    return {{log_of_length(z), angle}};
}

Outcome cmath_log10(Value z) {
    const Outcome natural = cmath_log(z);
    return {{natural.value.real / std::numbers::ln10, natural.value.imaginary / std::numbers::ln10},
            natural.error};
}

// --- hyperbolic functions; the circular ones are these along the other axis

/// cos y * f(x) and sin y * g(x) where f and g would overflow for x itself but not for x moved 1 towards 0.
Value stretched(Value z, double (*f)(double), double (*g)(double)) noexcept {
    const double x = z.real - sign_of(z.real);
    return {std::cos(z.imaginary) * f(x) * std::numbers::e, std::sin(z.imaginary) * g(x) * std::numbers::e};
}

template <double (*f)(double), double (*g)(double)>
Outcome hyperbolic(Value z) {
    if (std::fabs(z.real) > log_large) {
        const Value result = stretched(z, f, g);
        return {result, overflow_of(result)};
    }
    const Value result{std::cos(z.imaginary) * f(z.real), std::sin(z.imaginary) * g(z.real)};
    return {result, overflow_of(result)};
}

Error error_of_infinite_angle(Value z) noexcept {
    return std::isinf(z.imaginary) && !std::isnan(z.real) ? Error::Domain : Error::None;
}

Outcome cmath_cosh(Value z) {
    if (z.is_finite()) return hyperbolic<std::cosh, std::sinh>(z);
    Value result = annex_g(z, [](auto c) { return std::cosh(c); });
    if (is_zero_and_nan(z.imaginary, z.real)) result.imaginary = 0;
    return {result, error_of_infinite_angle(z)};
}

Outcome cmath_sinh(Value z) {
    if (z.is_finite()) return hyperbolic<std::sinh, std::cosh>(z);
    Value result = annex_g(z, [](auto c) { return std::sinh(c); });
    if (is_zero_and_nan(z.real, z.imaginary)) result.real = 0;
    return {result, error_of_infinite_angle(z)};
}

Outcome cmath_tanh(Value z) {
    if (!z.is_finite()) {
        const Error error = std::isinf(z.imaginary) && std::isfinite(z.real) ? Error::Domain : Error::None;
        Value result = annex_g(z, [](auto c) { return std::tanh(c); });
        if (std::isinf(z.real) && !std::isfinite(z.imaginary)) result.imaginary = 0;
        if (is_zero_and_nan(z.real, z.imaginary)) result.real = not_a_number;
        return {result, error};
    }
    if (std::fabs(z.real) > log_large)
        return {{sign_of(z.real),
                 4 * std::sin(z.imaginary) * std::cos(z.imaginary) * std::exp(-2 * std::fabs(z.real))}};
    const double tx = std::tanh(z.real), ty = std::tan(z.imaginary), cx = 1 / std::cosh(z.real);
    const double product = tx * ty, denominator = 1 + product * product;
    return {{tx * (1 + ty * ty) / denominator, ((ty / denominator) * cx) * cx}};
}

Outcome cmath_cos(Value z) { return cmath_cosh(times_i(z)); }

// --- inverse functions

Outcome cmath_acos(Value z) {
    if (!z.is_finite()) {
        Value result = annex_g(z, [](auto c) { return std::acos(c); });
        if (is_infinity_and_nan(z.real, z.imaginary)) result.imaginary = infinity;
        return {result};
    }
    if (is_large(z)) {
        const double length = log_of_half(z) + 2 * ln2;
        const double imaginary =
            z.real < 0 ? -std::copysign(length, z.imaginary) : std::copysign(length, -z.imaginary);
        return {{std::atan2(std::fabs(z.imaginary), z.real), imaginary}};
    }
    const Value a = square_root({1 - z.real, -z.imaginary}), b = square_root({1 + z.real, z.imaginary});
    return {{2 * std::atan2(a.real, b.real), std::asinh(b.real * a.imaginary - b.imaginary * a.real)}};
}

Outcome cmath_acosh(Value z) {
    if (!z.is_finite()) {
        Value result = annex_g(z, [](auto c) { return std::acosh(c); });
        if (is_zero_and_nan(z.real, z.imaginary)) result.imaginary = not_a_number;
        return {result};
    }
    if (is_large(z)) return {{log_of_half(z) + 2 * ln2, std::atan2(z.imaginary, z.real)}};
    const Value a = square_root({z.real - 1, z.imaginary}), b = square_root({z.real + 1, z.imaginary});
    return {{std::asinh(a.real * b.real + a.imaginary * b.imaginary), 2 * std::atan2(a.imaginary, b.real)}};
}

Outcome cmath_asinh(Value z) {
    if (!z.is_finite()) {
        Value result = annex_g(z, [](auto c) { return std::asinh(c); });
        if (is_infinity_and_nan(z.imaginary, z.real)) result.real = infinity;
        return {result};
    }
    if (is_large(z)) {
        const double length = log_of_half(z) + 2 * ln2;
        const double real = z.imaginary >= 0 ? std::copysign(length, z.real) : -std::copysign(length, -z.real);
        return {{real, std::atan2(z.imaginary, std::fabs(z.real))}};
    }
    const Value a = square_root({1 + z.imaginary, -z.real}), b = square_root({1 - z.imaginary, z.real});
    return {{std::asinh(a.real * b.imaginary - b.real * a.imaginary),
             std::atan2(z.imaginary, a.real * b.real - a.imaginary * b.imaginary)}};
}

Outcome cmath_atanh(Value z) {
    if (!z.is_finite()) {
        Value result = annex_g(z, [](auto c) { return std::atanh(c); });
        if (is_infinity_and_nan(z.imaginary, z.real)) result.real = 0;
        return {result};
    }
    if (std::signbit(z.real)) {
        Outcome mirrored = cmath_atanh({-z.real, -z.imaginary});
        mirrored.value = {-mirrored.value.real, -mirrored.value.imaginary};
        return mirrored;
    }
    const double y = std::fabs(z.imaginary);
    if (z.real > sqrt_large || y > sqrt_large) {
        const double h = std::hypot(z.real / 2, z.imaginary / 2);
        return {{z.real / 4 / h / h, -std::copysign(pi / 2, -z.imaginary)}};
    }
    if (z.real == 1 && y < sqrt_min) {
        if (y == 0) return {{infinity, z.imaginary}, Error::Domain};
        return {{-std::log(std::sqrt(y) / std::sqrt(std::hypot(y, 2.0))),
                 std::copysign(std::atan2(2.0, -y) / 2, z.imaginary)}};
    }
    const double below = 1 - z.real;
    return {{std::log1p(4 * z.real / (below * below + y * y)) / 4,
             -std::atan2(-2 * z.imaginary, below * (1 + z.real) - y * y) / 2}};
}

// --- the module

/// A number as complex: its own value, `__complex__`, `__float__` or `__index__`. PyComplex_AsCComplex.
Result<Value> complex_argument(Object* object) {
    Ref<Object> converted;
    if (!is_complex(object)) {
        converted = call_complex_method(object);
        if (!converted && pending_exception()) return failed;
        if (!converted) return Value{TRY(argument_double(object)), 0.0};
        object = converted.get();
    }
    const auto* number = static_cast<const Complex*>(object);
    return Value{number->real, number->imaginary};
}

NewRef result_of(const Outcome& outcome) {
    if (outcome.error == Error::Domain) return math_domain_error();
    if (outcome.error == Error::Range) return math_range_error();
    return new_complex(outcome.value.real, outcome.value.imaginary);
}

template <Function function>
NewRef cmath_function(Object*, Object* const* arguments) {
    return result_of(function(TRY(complex_argument(arguments[0]))));
}

/// left / right by Smith's method; a zero divisor is a domain error.
Outcome quotient(Value left, Value right) noexcept {
    if (right.real == 0 && right.imaginary == 0) return {{0, 0}, Error::Domain};
    if (std::fabs(right.real) >= std::fabs(right.imaginary)) {
        const double ratio = right.imaginary / right.real, divisor = right.real + right.imaginary * ratio;
        return {
            {(left.real + left.imaginary * ratio) / divisor, (left.imaginary - left.real * ratio) / divisor}};
    }
    if (std::fabs(right.imaginary) >= std::fabs(right.real)) {
        const double ratio = right.real / right.imaginary, divisor = right.real * ratio + right.imaginary;
        return {
            {(left.real * ratio + left.imaginary) / divisor, (left.imaginary * ratio - left.real) / divisor}};
    }
    return {{not_a_number, not_a_number}};
}

NewRef cmath_log_of(Object*, Object* const* arguments) {
    const Value z = TRY(complex_argument(arguments[0]));
    const Outcome logarithm = cmath_log(z);
    if (!arguments[1]) return result_of(logarithm);
    // As in CPython the base's logarithm forgets that z had none.
    const Outcome base = cmath_log(TRY(complex_argument(arguments[1])));
    Outcome outcome = quotient(logarithm.value, base.value);
    if (base.error != Error::None) outcome.error = base.error;
    return result_of(outcome);
}

NewRef cmath_phase(Object*, Object* const* arguments) {
    const Value z = TRY(complex_argument(arguments[0]));
    errno = 0;
    const double angle = std::atan2(z.imaginary, z.real);
    if (errno) return math_range_error();  // underflow
    return new_float(angle);
}

NewRef cmath_polar(Object*, Object* const* arguments) {
    const Value z = TRY(complex_argument(arguments[0]));
    const double length = std::hypot(z.real, z.imaginary);
    if (std::isinf(length) && z.is_finite()) return math_range_error();
    return pack({new_float(length).get(), new_float(std::atan2(z.imaginary, z.real)).get()});
}

/// The point at a distance and angle of which one is not finite.
Outcome rectangular_special(double length, double angle) noexcept {
    if (std::isinf(length) && std::isfinite(angle)) {
        const double sign = sign_of(length);
        if (angle == 0) return {{length, sign * angle}};
        return {
            {sign * std::copysign(infinity, std::cos(angle)), sign * std::copysign(infinity, std::sin(angle))}};
    }
    if (length == 0) return {{0, 0}};
    if (std::isnan(length)) return {{length, angle == 0 ? 0.0 : not_a_number}};
    const Value value{std::isinf(length) ? infinity : not_a_number, not_a_number};
    return {value, std::isinf(angle) ? Error::Domain : Error::None};
}

NewRef cmath_rect(Object*, Object* const* arguments) {
    const double length = TRY(argument_double(arguments[0])), angle = TRY(argument_double(arguments[1]));
    if (!std::isfinite(length) || !std::isfinite(angle)) return result_of(rectangular_special(length, angle));
    if (angle == 0) return new_complex(length, length * angle);
    return new_complex(length * std::cos(angle), length * std::sin(angle));
}

template <bool (*test)(Value)>
NewRef cmath_test(Object*, Object* const* arguments) {
    return new_bool(test(TRY(complex_argument(arguments[0]))));
}

bool is_finite(Value z) noexcept { return z.is_finite(); }
bool is_infinite(Value z) noexcept { return z.has_infinity(); }
bool is_nan(Value z) noexcept { return std::isnan(z.real) || std::isnan(z.imaginary); }

NewRef cmath_isclose(Object*, Object* const* arguments) {
    const Value a = TRY(complex_argument(arguments[0])), b = TRY(complex_argument(arguments[1]));
    const double relative = arguments[2] ? TRY(argument_double(arguments[2])) : 1e-09;
    const double absolute = arguments[3] ? TRY(argument_double(arguments[3])) : 0.0;
    if (relative < 0 || absolute < 0) return raise(value_error_type, "tolerances must be non-negative");
    if (a.real == b.real && a.imaginary == b.imaginary) return new_bool(true);
    if (a.has_infinity() || b.has_infinity()) return new_bool(false);
    const double distance = std::hypot(a.real - b.real, a.imaginary - b.imaginary);
    return new_bool(distance <= relative * std::hypot(b.real, b.imaginary) ||
                    distance <= relative * std::hypot(a.real, a.imaginary) || distance <= absolute);
}

constexpr const char* one_argument = "($module, z, /)";

constexpr NativeDef cmath_functions[] = {
    {"acos", cmath_function<cmath_acos>, one_argument, "The arc cosine of z."},
    {"acosh", cmath_function<cmath_acosh>, one_argument, "The inverse hyperbolic cosine of z."},
    {"asin", cmath_function<rotated<cmath_asinh>>, one_argument, "The arc sine of z."},
    {"asinh", cmath_function<cmath_asinh>, one_argument, "The inverse hyperbolic sine of z."},
    {"atan", cmath_function<rotated<cmath_atanh>>, one_argument, "The arc tangent of z."},
    {"atanh", cmath_function<cmath_atanh>, one_argument, "The inverse hyperbolic tangent of z."},
    {"cos", cmath_function<cmath_cos>, one_argument, "The cosine of z."},
    {"cosh", cmath_function<cmath_cosh>, one_argument, "The hyperbolic cosine of z."},
    {"exp", cmath_function<cmath_exp>, one_argument, "e to the power of z."},
    {"isclose", cmath_isclose, "($module, /, a, b, *, rel_tol=1e-09, abs_tol=0.0)",
     "Whether two complex numbers are close to each other."},
    {"isfinite", cmath_test<is_finite>, one_argument, "Whether both parts are finite."},
    {"isinf", cmath_test<is_infinite>, one_argument, "Whether a part is infinite."},
    {"isnan", cmath_test<is_nan>, one_argument, "Whether a part is not a number."},
    {"log", cmath_log_of, "($module, z, base=<unrepresentable>, /)",
     "The logarithm of z, the natural one if no base is given."},
    {"log10", cmath_function<cmath_log10>, one_argument, "The logarithm of z to the base 10."},
    {"phase", cmath_phase, one_argument, "The angle of z."},
    {"polar", cmath_polar, one_argument, "The distance of z from 0, and its angle."},
    {"rect", cmath_rect, "($module, r, phi, /)", "The complex number at the distance r and the angle phi."},
    {"sin", cmath_function<rotated<cmath_sinh>>, one_argument, "The sine of z."},
    {"sinh", cmath_function<cmath_sinh>, one_argument, "The hyperbolic sine of z."},
    {"sqrt", cmath_function<cmath_sqrt>, one_argument, "The square root of z."},
    {"tan", cmath_function<rotated<cmath_tanh>>, one_argument, "The tangent of z."},
    {"tanh", cmath_function<cmath_tanh>, one_argument, "The hyperbolic tangent of z."},
};

Status cmath_fill(Module* module) {
    TRY(module_set(module, "pi", new_float(pi).get()));
    TRY(module_set(module, "e", new_float(std::numbers::e).get()));
    TRY(module_set(module, "tau", new_float(2 * pi).get()));
    TRY(module_set(module, "inf", new_float(infinity).get()));
    TRY(module_set(module, "infj", new_complex(0.0, infinity).get()));
    TRY(module_set(module, "nan", new_float(not_a_number).get()));
    return module_set(module, "nanj", new_complex(0.0, not_a_number).get());
}

const ModuleSpec cmath_spec = {"cmath", "Functions of complex numbers.", cmath_functions, cmath_fill};

}  // namespace

Ref<Module> make_cmath_module() { return new_native_module(cmath_spec); }

}  // namespace minipy
