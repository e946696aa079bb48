// float: an IEEE 754 double; its text is the shortest that reads back as the same number.
//
// CPython: Include/cpython/floatobject.h, Objects/floatobject.c, Python/pystrtod.c
#pragma once

#include <string>
#include <string_view>

#include "objects/type.h"

namespace minipy {

struct Float : Object {
    double value;
};

extern Type float_type;

/// PyFloat_FromDouble.
Ref<Float> new_float(double value);

/// The number whose whole text is a Python float literal without underscores; overflow gives infinity.
/// PyOS_string_to_double.
double parse_double(std::string_view text);

/// The text of `repr(float)`: "1.0", "1e+16", "nan", "-inf". With `add_dot_0` off: "1" (as complex prints).
std::string double_repr(double value, bool add_dot_0 = true);

}  // namespace minipy
