// math: the real functions and the module's table.
//
// CPython: Modules/mathmodule.c
#include "modules/math/math.h"

#include <cmath>
#include <limits>
#include <numbers>

#include "modules/support.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/int_large.h"
#include "objects/names.h"
#include "objects/number_convert.h"

namespace minipy {
namespace {

enum class AtInfinity { Domain, Range };

/// Applies a function of the C library: NaN out of a number is a domain error, infinity out of a finite number
/// a pole or an overflow. math_1.
template <double (*function)(double), AtInfinity at_infinity = AtInfinity::Domain>
NewRef math_real(Object*, Object* const* arguments) {
    const double x = TRY(argument_double(arguments[0]));
    const double result = function(x);
    if (std::isnan(result) && !std::isnan(x)) return math_domain_error();
    if (std::isinf(result) && std::isfinite(x))
        return at_infinity == AtInfinity::Range ? math_range_error() : math_domain_error();
    return new_float(result);
}

/// The same with two arguments. math_2.
template <double (*function)(double, double)>
NewRef math_real_two(Object*, Object* const* arguments) {
    const double x = TRY(argument_double(arguments[0])), y = TRY(argument_double(arguments[1]));
    const double result = function(x, y);
    if (std::isnan(result) && !std::isnan(x) && !std::isnan(y)) return math_domain_error();
    if (std::isinf(result) && std::isfinite(x) && std::isfinite(y)) return math_range_error();
    return new_float(result);
}

template <double (*function)(double)>
NewRef math_plain(Object*, Object* const* arguments) {
    return new_float(function(TRY(argument_double(arguments[0]))));
}

template <Result<double> (*function)(double)>
NewRef math_checked(Object*, Object* const* arguments) {
    return new_float(TRY(function(TRY(argument_double(arguments[0])))));
}

template <bool (*test)(double)>
NewRef math_test(Object*, Object* const* arguments) {
    return new_bool(test(TRY(argument_double(arguments[0]))));
}

bool is_finite(double x) noexcept { return std::isfinite(x); }
bool is_infinite(double x) noexcept { return std::isinf(x); }
bool is_nan(double x) noexcept { return std::isnan(x); }

double to_degrees(double x) noexcept { return x * (180.0 / std::numbers::pi); }
double to_radians(double x) noexcept { return x * (std::numbers::pi / 180.0); }

// --- rounding

/// A finite double as an int.
NewRef whole_int(double x) {
    if (std::isinf(x)) return raise(overflow_error_type, "cannot convert float infinity to integer");
    if (std::isnan(x)) return raise(value_error_type, "cannot convert float NaN to integer");
    return int_from_whole(x);
}

/// `__floor__` or `__ceil__` of the type, else the C function on its value as a float.
NewRef round_by(Object* number, Str* method_name, double (*rounding)(double)) {
    if (!is_exactly(number, float_type)) {
        Ref<Object> method = lookup_special(number, method_name);
        if (method) return call(method.get(), {});
        if (pending_exception()) return failed;
    }
    return whole_int(rounding(TRY(argument_double(number))));
}

NewRef math_floor(Object*, Object* const* arguments) {
    return round_by(arguments[0], name<"__floor__">, std::floor);
}

NewRef math_ceil(Object*, Object* const* arguments) {
    return round_by(arguments[0], name<"__ceil__">, std::ceil);
}

NewRef math_trunc(Object*, Object* const* arguments) {
    if (is_exactly(arguments[0], float_type)) return whole_int(std::trunc(float_value(arguments[0])));
    Ref<Object> method = lookup_special(arguments[0], name<"__trunc__">);
    if (method) return call(method.get(), {});
    if (pending_exception()) return failed;
    return raise(type_error_type,
                 fmt::format("type {} doesn't define __trunc__ method", arguments[0]->type->name));
}

NewRef math_modf(Object*, Object* const* arguments) {
    const double x = TRY(argument_double(arguments[0]));
    double whole;
    const double fraction = std::modf(x, &whole);
    return pack({new_float(fraction).get(), new_float(whole).get()});
}

NewRef math_frexp(Object*, Object* const* arguments) {
    const double x = TRY(argument_double(arguments[0]));
    int exponent = 0;
    const double mantissa = std::isfinite(x) ? std::frexp(x, &exponent) : x;
    return pack({new_float(mantissa).get(), new_int(exponent).get()});
}

NewRef math_ldexp(Object*, Object* const* arguments) {
    const double x = TRY(argument_double(arguments[0]));
    if (!is_int(arguments[1])) return raise(type_error_type, "Expected an int as second argument to ldexp.");
    const Int* exponent = as_int(arguments[1]);
    if (x == 0.0 || !std::isfinite(x)) return new_float(x);
    constexpr std::int64_t enough = 5000;  // from the smallest double beyond the largest
    std::int64_t steps = exponent->is_negative() ? -enough : enough;
    if (exponent->is_small() && std::abs(exponent->small) < enough) steps = exponent->small;
    const double result = std::ldexp(x, static_cast<int>(steps));
    if (std::isinf(result)) return math_range_error();
    return new_float(result);
}

NewRef math_nextafter(Object*, Object* const* arguments) {
    const double x = TRY(argument_double(arguments[0])), y = TRY(argument_double(arguments[1]));
    return new_float(std::nextafter(x, y));
}

NewRef math_ulp(Object*, Object* const* arguments) {
    const double x = std::fabs(TRY(argument_double(arguments[0])));
    if (!std::isfinite(x)) return new_float(x);
    const double above = std::nextafter(x, HUGE_VAL);
    return new_float(std::isinf(above) ? x - std::nextafter(x, -HUGE_VAL) : above - x);
}

// --- powers and logarithms

NewRef math_pow(Object*, Object* const* arguments) {
    const double x = TRY(argument_double(arguments[0])), y = TRY(argument_double(arguments[1]));
    const double result = std::pow(x, y);
    if (std::isfinite(x) && std::isfinite(y)) {
        if (std::isnan(result) || (std::isinf(result) && x == 0.0)) return math_domain_error();
        if (std::isinf(result)) return math_range_error();
    }
    return new_float(result);
}

NewRef math_fmod(Object*, Object* const* arguments) {
    const double x = TRY(argument_double(arguments[0])), y = TRY(argument_double(arguments[1]));
    const double result = std::fmod(x, y);
    if (std::isnan(result) && !std::isnan(x) && !std::isnan(y)) return math_domain_error();
    return new_float(result);
}

/// The value as mantissa * 2**exponent, rounded to nearest. _PyLong_Frexp.
double large_mantissa(const Int* value, std::size_t& exponent) noexcept {
    const MpzView whole(value);
    exponent = whole.parts().bits() - limb_bits;
    Mpz top;
    mpz_tdiv_q_2exp(top, whole, exponent);
    // A bit that stands for all that was cut off makes the conversion round rightly.
    const bool inexact = mpz_scan1(whole, 0) < exponent;
    return static_cast<double>(mpz_get_ui(top) | inexact);
}

Result<double> checked_log(double x, double (*logarithm)(double)) {
    if (std::isnan(x)) return x;
    if (x <= 0.0) return math_domain_error();
    return logarithm(x);
}

/// The logarithm of any real number. loghelper.
Result<double> logarithm_of(Object* number, double (*logarithm)(double)) {
    if (is_int(number)) return log_of_int(number, logarithm);
    return checked_log(TRY(argument_double(number)), logarithm);
}

NewRef math_log(Object*, Object* const* arguments) {
    auto* given = static_cast<Tuple*>(arguments[0]);
    if (given->size < 1 || given->size > 2) return raise(type_error_type, "math.log requires 1 to 2 arguments");
    const double value = TRY(logarithm_of((*given)[0], std::log));
    if (given->size == 1) return new_float(value);
    const double base = TRY(logarithm_of((*given)[1], std::log));
    if (base == 0.0) return raise(zero_division_error_type, "float division by zero");
    return new_float(value / base);
}

NewRef math_log2(Object*, Object* const* arguments) {
    return new_float(TRY(logarithm_of(arguments[0], std::log2)));
}
NewRef math_log10(Object*, Object* const* arguments) {
    return new_float(TRY(logarithm_of(arguments[0], std::log10)));
}

// --- comparing

NewRef math_isclose(Object*, Object* const* arguments) {
    const double a = TRY(argument_double(arguments[0])), b = TRY(argument_double(arguments[1]));
    const double relative = TRY(argument_double(arguments[2])), absolute = TRY(argument_double(arguments[3]));
    if (relative < 0.0 || absolute < 0.0) return raise(value_error_type, "tolerances must be non-negative");
    if (a == b) return new_bool(true);
    if (std::isinf(a) || std::isinf(b)) return new_bool(false);
    const double difference = std::fabs(b - a);
    return new_bool(difference <= std::fabs(relative * b) || difference <= std::fabs(relative * a) ||
                    difference <= absolute);
}

constexpr const char* one = "($module, x, /)";
constexpr const char* two = "($module, x, y, /)";
constexpr AtInfinity range = AtInfinity::Range;

constexpr NativeDef math_functions[] = {
    {"acos", math_real<std::acos>, one, "The arc cosine of x in radians, between 0 and pi."},
    {"acosh", math_real<std::acosh>, one, "The inverse hyperbolic cosine of x."},
    {"asin", math_real<std::asin>, one, "The arc sine of x in radians, between -pi/2 and pi/2."},
    {"asinh", math_real<std::asinh>, one, "The inverse hyperbolic sine of x."},
    {"atan", math_real<std::atan>, one, "The arc tangent of x in radians, between -pi/2 and pi/2."},
    {"atan2", math_real_two<std::atan2>, "($module, y, x, /)", "The arc tangent of y/x by the signs of both."},
    {"atanh", math_real<std::atanh>, one, "The inverse hyperbolic tangent of x."},
    {"cbrt", math_real<std::cbrt>, one, "The cube root of x."},
    {"ceil", math_ceil, one, "The smallest integer that is not below x."},
    {"copysign", math_real_two<std::copysign>, two, "The magnitude of x with the sign of y."},
    {"cos", math_real<std::cos>, one, "The cosine of x (in radians)."},
    {"cosh", math_real<std::cosh, range>, one, "The hyperbolic cosine of x."},
    {"degrees", math_plain<to_degrees>, one, "The angle x in degrees instead of radians."},
    {"dist", math_dist, "($module, p, q, /)", "The Euclidean distance of two points."},
    {"erf", math_real<std::erf>, one, "The error function at x."},
    {"erfc", math_real<std::erfc>, one, "One minus the error function at x."},
    {"exp", math_real<std::exp, range>, one, "e to the power of x."},
    {"exp2", math_real<std::exp2, range>, one, "2 to the power of x."},
    {"expm1", math_real<std::expm1, range>, one, "exp(x) - 1, exact for small x."},
    {"fabs", math_real<std::fabs>, one, "The magnitude of x as a float."},
    {"factorial", math_factorial, "($module, n, /)", "n!"},
    {"floor", math_floor, one, "The largest integer that is not above x."},
    {"fmod", math_fmod, two, "The remainder of x / y with the sign of x."},
    {"frexp", math_frexp, one, "(m, e) with x == m * 2**e and 0.5 <= abs(m) < 1."},
    {"fsum", math_fsum, "($module, seq, /)", "The sum of floats, rounded only once."},
    {"gamma", math_checked<gamma_function>, one, "The gamma function at x."},
    {"gcd", math_gcd, "($module, *integers)", "The greatest common divisor."},
    {"hypot", math_hypot, "-($module, *coordinates)", "hypot(*coordinates) -> the length of a vector"},
    {"isclose", math_isclose, "($module, /, a, b, *, rel_tol=1e-09, abs_tol=0.0)",
     "Whether two floats are nearly equal."},
    {"isfinite", math_test<is_finite>, one, "Whether x is neither infinite nor NaN."},
    {"isinf", math_test<is_infinite>, one, "Whether x is infinite."},
    {"isnan", math_test<is_nan>, one, "Whether x is not a number."},
    {"isqrt", math_isqrt, "($module, n, /)", "The integer part of the square root."},
    {"lcm", math_lcm, "($module, *integers)", "The least common multiple."},
    {"ldexp", math_ldexp, "($module, x, i, /)", "x * 2**i"},
    {"lgamma", math_checked<log_gamma>, one, "The natural logarithm of |gamma(x)|."},
    {"log", math_log, "-($module, *args)", "log(x, [base]) -> the logarithm, natural without a base"},
    {"log1p", math_real<std::log1p>, one, "log(1 + x), exact for small x."},
    {"log10", math_log10, one, "The logarithm of x to the base 10."},
    {"log2", math_log2, one, "The logarithm of x to the base 2."},
    {"modf", math_modf, one, "The fractional and the whole part of x, both with its sign."},
    {"pow", math_pow, two, "x**y as floats."},
    {"radians", math_plain<to_radians>, one, "The angle x in radians instead of degrees."},
    {"remainder", math_real_two<std::remainder>, two, "x - n*y where n is the integer nearest to x/y."},
    {"sin", math_real<std::sin>, one, "The sine of x (in radians)."},
    {"sinh", math_real<std::sinh, range>, one, "The hyperbolic sine of x."},
    {"sqrt", math_real<std::sqrt>, one, "The square root of x."},
    {"tan", math_real<std::tan>, one, "The tangent of x (in radians)."},
    {"tanh", math_real<std::tanh>, one, "The hyperbolic tangent of x."},
    {"trunc", math_trunc, one, "x without its fractional part."},
    {"prod", math_prod, "($module, iterable, /, *, start=1)", "The product of the items."},
    {"perm", math_perm, "($module, n, k=None, /)", "Ways to choose k of n items in order."},
    {"comb", math_comb, "($module, n, k, /)", "Ways to choose k of n items without order."},
    {"nextafter", math_nextafter, two, "The float after x towards y."},
    {"ulp", math_ulp, one, "The value of the last bit of x."},
};

Status math_fill(Module* module) {
    TRY(module_set(module, "pi", new_float(std::numbers::pi).get()));
    TRY(module_set(module, "e", new_float(std::numbers::e).get()));
    TRY(module_set(module, "tau", new_float(2 * std::numbers::pi).get()));
    TRY(module_set(module, "inf", new_float(HUGE_VAL).get()));
    return module_set(module, "nan", new_float(std::numeric_limits<double>::quiet_NaN()).get());
}

const ModuleSpec math_spec = {"math", "Mathematical functions on real numbers.", math_functions, math_fill};

}  // namespace

Result<double> log_of_int(Object* number, double (*logarithm)(double)) {
    const Int* value = as_int(number);
    if (value->is_negative() || value->is_zero()) return math_domain_error();
    if (value->is_small()) return logarithm(static_cast<double>(value->small));
    if (const Result<double> x = int_to_double(value)) return logarithm(*x);
    clear_exception();
    std::size_t exponent;
    const double mantissa = std::ldexp(large_mantissa(value, exponent), -static_cast<int>(limb_bits));
    return logarithm(mantissa) + logarithm(2.0) * static_cast<double>(exponent + limb_bits);
}

Ref<Module> make_math_module() { return new_native_module(math_spec); }

}  // namespace minipy
