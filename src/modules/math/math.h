// The module `math`: what its files share.
//
// The real functions are those of the C library, which is what CPython calls, too; only gamma and lgamma are
// computed here, as there. Invariant: a result that is not finite although the arguments were is an error.
//
// CPython: Modules/mathmodule.c
#pragma once

#include "objects/errors.h"
#include "objects/module.h"

namespace minipy {

inline Failure math_domain_error() { return raise(value_error_type, "math domain error"); }
inline Failure math_range_error() { return raise(overflow_error_type, "math range error"); }

/// Raise "math domain error" at poles, OverflowError where the result is too large. gamma.cpp.
Result<double> gamma_function(double x);
Result<double> log_gamma(double x);

/// The natural logarithm of a positive int of any size. loghelper.
Result<double> log_of_int(Object* number, double (*logarithm)(double));

// integers.cpp
NewRef math_gcd(Object* module, Object* const* arguments);
NewRef math_lcm(Object* module, Object* const* arguments);
NewRef math_isqrt(Object* module, Object* const* arguments);
NewRef math_factorial(Object* module, Object* const* arguments);
NewRef math_comb(Object* module, Object* const* arguments);
NewRef math_perm(Object* module, Object* const* arguments);

// sums.cpp
NewRef math_fsum(Object* module, Object* const* arguments);
NewRef math_prod(Object* module, Object* const* arguments);
NewRef math_hypot(Object* module, Object* const* arguments);
NewRef math_dist(Object* module, Object* const* arguments);

Ref<Module> make_math_module();

}  // namespace minipy
