// Any object as a number: what int(x), float(x), complex(x) and natives that take a real number do.
//
// CPython: Objects/abstract.c (PyNumber_Long, PyNumber_Float), Objects/floatobject.c (PyFloat_AsDouble)
#pragma once

#include "objects/type.h"

namespace minipy {

/// int(object): through `__int__`, `__index__`, or its text. Raises TypeError, ValueError. PyNumber_Long.
NewRef number_to_int(Object* object);

/// float(object): through `__float__`, `__index__`, or its text. PyNumber_Float.
NewRef number_to_float(Object* object);

/// A real number that a native takes as an argument: through `__float__` or `__index__`.
/// Raises TypeError "must be real number, not str". PyFloat_AsDouble.
Result<double> argument_double(Object* object);

/// A C int in the words of CPython's parser of argument tuples: OverflowError "signed integer is greater than
/// maximum". PyArg_Parse("i"); `argument_int` is what Argument Clinic makes of `int`.
Result<int> parsed_int_argument(Object* object);

}  // namespace minipy
