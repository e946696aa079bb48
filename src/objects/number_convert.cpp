// Any object as a number.
//
// CPython: Objects/abstract.c, Objects/floatobject.c
#include "objects/number_convert.h"

#include <fmt/format.h>

#include "objects/buffer.h"
#include "objects/errors.h"
#include "objects/float.h"
#include "objects/index.h"
#include "objects/number_text.h"
#include "objects/str.h"

namespace minipy {

NewRef number_to_int(Object* object) {
    if (is_exactly(object, int_type)) return new_ref(object);
    if (UnarySlot slot = object->type->slots.to_int) {
        Ref<Object> result = TRY(slot(object));
        if (is_int(result.get())) return int_exact(result.get());
        return raise(type_error_type, fmt::format("__int__ returned non-int (type {})", result->type->name));
    }
    if (has_index(object)) return int_exact(TRY(to_index(object)).get());
    if (is_str(object)) return read_int(ascii_number_text(static_cast<Str*>(object)), 10, object);
    if (has_octets(object)) {
        OctetsView digits;
        TRY(digits.acquire(object));
        return read_int(digits.view(), 10, object);
    }
    return raise(type_error_type,
                 fmt::format("int() argument must be a string, a bytes-like object or a real number, not '{}'",
                             object->type->name));
}

namespace {

/// Through the slots alone; `refuse` raises for an object without them.
template <class Refuse>
Result<double> double_by_slots(Object* object, Refuse refuse) {
    if (is_float(object)) return float_value(object);
    if (UnarySlot slot = object->type->slots.to_float) {
        Ref<Object> result = TRY(slot(object));
        if (is_float(result.get())) return float_value(result.get());
        return raise(type_error_type, fmt::format("{}.__float__ returned non-float (type {})",
                                                  object->type->name, result->type->name));
    }
    if (has_index(object)) return int_to_double(TRY(to_index(object)).get());
    return refuse();
}

}  // namespace

NewRef number_to_float(Object* object) {
    if (is_exactly(object, float_type)) return new_ref(object);
    const double value = TRY(double_by_slots(object, [object]() -> Result<double> {
        if (is_str(object)) return read_float(ascii_number_text(static_cast<Str*>(object)), object);
        if (has_octets(object)) {
            OctetsView digits;
            TRY(digits.acquire(object));
            return read_float(digits.view(), object);
        }
        return raise(
            type_error_type,
            fmt::format("float() argument must be a string or a real number, not '{}'", object->type->name));
    }));
    return new_float(value);
}

Result<double> argument_double(Object* object) {
    return double_by_slots(object, [object]() -> Result<double> {
        return raise(type_error_type, fmt::format("must be real number, not {}", object->type->name));
    });
}

}  // namespace minipy
