// Any object as a number.
//
// CPython: Objects/abstract.c, Objects/floatobject.c
#include "objects/number_convert.h"

#include <fmt/format.h>

#include "objects/attribute.h"
#include "objects/buffer.h"
#include "objects/call.h"
#include "objects/errors.h"
#include "objects/exceptions.h"
#include "objects/float.h"
#include "objects/index.h"
#include "objects/names.h"
#include "objects/number_text.h"
#include "objects/str.h"
#include "objects/vm_hooks.h"

namespace minipy {

/// The int that a `__trunc__` gives.
static NewRef whole_part(Object* truncate) {
    TRY(warn(deprecation_warning_type, "The delegation of int() to __trunc__ is deprecated."));
    Ref<Object> result = TRY(call(truncate, {}));
    if (is_int(result.get())) return int_exact(result.get());
    if (has_index(result.get())) return int_exact(TRY(to_index(result.get())).get());
    return raise(type_error_type,
                 fmt::format("__trunc__ returned non-Integral (type {})", result->type->name));
}

NewRef number_to_int(Object* object) {
    if (is_exactly(object, int_type)) return new_ref(object);
    if (UnarySlot slot = object->type->slots.to_int) {
        Ref<Object> result = TRY(slot(object));
        if (is_exactly(result.get(), int_type)) return result;
        const std::string found = fmt::format("__int__ returned non-int (type {})", result->type->name);
        if (!is_int(result.get())) return raise(type_error_type, found);
        TRY(warn(deprecation_warning_type,
                 found + ".  The ability to return an instance of a strict subclass of int is deprecated, and may "
                         "be removed in a future version of Python."));
        return int_exact(result.get());
    }
    if (has_index(object)) return int_exact(TRY(to_index(object)).get());
    if (Ref<Object> method = lookup_special(object, name<"__trunc__">)) return whole_part(method.get());
    if (pending_exception()) return failed;
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
