// _statistics: the inverse of the normal distribution's cumulative function.
//
// There is no closed form. Wichura's rational approximations AS 241 (1988) give 16 digits: one for the middle,
// one for the tails and one for the far tails.
//
// CPython: Modules/_statisticsmodule.c
#include <cmath>

#include "modules/support.h"
#include "objects/float.h"
#include "objects/number_convert.h"

namespace minipy {
namespace {

/// A polynomial of degree 7, highest coefficient first.
double polynomial(const double (&coefficients)[8], double x) noexcept {
    double value = coefficients[0];
    for (int i = 1; i < 8; ++i) value = value * x + coefficients[i];
    return value;
}

struct Ratio {
    double numerator[8], denominator[8];
};

constexpr Ratio middle = {
    {2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4, 4.5921953931549871457e+4,
     1.3731693765509461125e+4, 1.9715909503065514427e+3, 1.3314166789178437745e+2, 3.3871328727963666080e+0},
    {5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4, 2.1213794301586595867e+4,
     5.3941960214247511077e+3, 6.8718700749205790830e+2, 4.2313330701600911252e+1, 1.0}};
constexpr Ratio tail = {
    {7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e+0,
     3.64784832476320460504e+0, 5.76949722146069140550e+0, 4.63033784615654529590e+0,
     1.42343711074968357734e+0},
    {1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
     6.89767334985100004550e-1, 1.67638483018380384940e+0, 2.05319162663775882187e+0, 1.0}};
constexpr Ratio far_tail = {{2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3,
                             2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580e+0,
                             5.46378491116411436990e+0, 6.65790464350110377720e+0},
                            {2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5,
                             7.86869131145613259100e-4, 1.48753612908506148525e-2, 1.36929880922735805310e-1,
                             5.99832206555887937690e-1, 1.0}};

/// The point below which a share `p` of the standard normal distribution lies, 0 < p < 1.
double standard_quantile(double p) noexcept {
    const double offset = p - 0.5;
    if (std::fabs(offset) <= 0.425) {
        const double r = 0.180625 - offset * offset;
        return polynomial(middle.numerator, r) * offset / polynomial(middle.denominator, r);
    }
    double r = std::sqrt(-std::log(offset <= 0.0 ? p : 1.0 - p));
    const Ratio& ratio = r <= 5.0 ? tail : far_tail;
    r -= r <= 5.0 ? 1.6 : 5.0;
    const double x = polynomial(ratio.numerator, r) / polynomial(ratio.denominator, r);
    return offset < 0.0 ? -x : x;
}

NewRef statistics_normal_dist_inv_cdf(Object*, Object* const* arguments) {
    const double p = TRY(argument_double(arguments[0]));
    const double mu = TRY(argument_double(arguments[1])), sigma = TRY(argument_double(arguments[2]));
    if (p <= 0.0 || p >= 1.0 || sigma <= 0.0)
        return raise(value_error_type, "inv_cdf undefined for these parameters");
    return new_float(mu + standard_quantile(p) * sigma);
}

constexpr NativeDef statistics_functions[] = {
    {"_normal_dist_inv_cdf", statistics_normal_dist_inv_cdf, "($module, p, mu, sigma, /)",
     "The inverse of the normal distribution's cumulative distribution function."},
};

const ModuleSpec statistics_spec = {"_statistics", "What the module statistics has in C++.",
                                    statistics_functions};

}  // namespace

Ref<Module> make_statistics_module() { return new_native_module(statistics_spec); }

}  // namespace minipy
