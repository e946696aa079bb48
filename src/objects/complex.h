// complex: a pair of doubles.
//
// CPython: Include/cpython/complexobject.h, Objects/complexobject.c
#pragma once

#include "objects/type.h"

namespace minipy {

struct Complex : Object {
    double real;
    double imaginary;
};

extern Type complex_type;

/// PyComplex_FromDoubles.
Ref<Complex> new_complex(double real, double imaginary);

/// PyComplex_Check: complex or a subclass.
bool is_complex(const Object* object) noexcept;

/// What the type's `__complex__` gives; empty without an exception if there is none. TypeError if that is no
/// complex. try_complex_special_method.
Ref<Object> call_complex_method(Object* object);

/// base ** exponent. Raises ZeroDivisionError, OverflowError.
NewRef complex_power(double base_real, double base_imaginary, double exponent_real, double exponent_imaginary);

}  // namespace minipy
