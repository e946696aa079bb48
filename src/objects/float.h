// float: an IEEE 754 double; its text is the shortest that reads back as the same number.
//
// CPython: Include/cpython/floatobject.h, Objects/floatobject.c, Python/pystrtod.c
#pragma once

#include <string>
#include <string_view>

#include "memory/allocator.h"
#include "objects/type.h"

namespace minipy {

struct Float : Object {
    double value;
};

extern Type float_type;

/// PyFloat_FromDouble.
inline Ref<Float> new_float(double value) {
    Float* made = static_cast<Float*>(allocate(sizeof(Float)));
    made->refcount = 1;
    made->type = &float_type;
    made->value = value;
    return Ref<Float>::steal(made);
}

/// PyFloat_Check: float or a subclass.
inline bool is_float(const Object* object) noexcept {
    for (const Type* type = object->type; type; type = type->base)
        if (type == &float_type) return true;
    return false;
}

inline double float_value(const Object* object) noexcept { return static_cast<const Float*>(object)->value; }

/// left ** right as the language has it: a complex number for a negative base and a broken exponent.
/// Raises ZeroDivisionError, OverflowError.
NewRef double_power(double left, double right);

/// Raises OverflowError(34, 'Numerical result out of range').
Failure raise_out_of_range();

/// The number whose whole text is a Python float literal without underscores; overflow gives infinity.
/// PyOS_string_to_double.
double parse_double(std::string_view text);

struct DoubleTextFlags {
    bool alternate = false;         // '#': keep the point and trailing zeros
    bool add_dot_0 = false;         // "1.0" for 'r' and 'g' where the text would look like an int
    bool no_negative_zero = false;  // what rounds to zero loses its minus sign
};

/// By a format code of "eEfFgG", or 'r' for the shortest text that reads back (precision not looked at).
/// Rounds correctly. PyOS_double_to_string.
std::string double_text(double value, char code, int precision, DoubleTextFlags flags);

/// The text of `repr(float)`: "1.0", "1e+16", "nan", "-inf". With `add_dot_0` off: "1" (as complex prints).
std::string double_repr(double value, bool add_dot_0 = true);

}  // namespace minipy
