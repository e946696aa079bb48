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

}  // namespace minipy
