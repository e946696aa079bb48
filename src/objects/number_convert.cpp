// Any object as a number.
//
// CPython: Objects/abstract.c, Objects/floatobject.c
#include "objects/number_convert.h"

#include <fmt/format.h>

#include <climits>

#include "objects/attribute.h"
#include "objects/buffer.h"
#include "objects/call.h"
#include "objects/errors.h"
#include "objects/exceptions.h"
#include "objects/float.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/number_text.h"
#include "objects/str.h"
#include "objects/vm_hooks.h"

namespace minipy {

namespace {

/// An instance of a subclass of int or float stands for its value, but is no longer welcome as a result.
Status warn_of_subclass(Object* result, const char* method, const char* wanted) {
    return warn(deprecation_warning_type,
                fmt::format("{} returned non-{} (type {}).  The ability to return an instance of a strict "
                            "subclass of {} is deprecated, and may be removed in a future version of Python.",
                            method, wanted, result->type->name, wanted));
}

NewRef whole_result(Object* result, const char* method) {
    if (!is_exactly(result, int_type)) TRY(warn_of_subclass(result, method, "int"));
    return int_exact(result);
}

/// `int()` by way of `__trunc__`, which gives an int or something with `__index__`.
NewRef truncated(Object* truncate) {
    TRY(warn(deprecation_warning_type, "The delegation of int() to __trunc__ is deprecated."));
    Ref<Object> result = TRY(call(truncate, {}));
    if (has_index(result.get())) return int_exact(TRY(to_index(result.get())).get());
    return raise(type_error_type, fmt::format("__trunc__ returned non-Integral (type {})", result->type->name));
}

}  // namespace

NewRef number_to_int(Object* object) {
    if (is_exactly(object, int_type)) return new_ref(object);
    if (UnarySlot slot = object->type->slots.to_int) {
        Ref<Object> result = TRY(slot(object));
        if (is_int(result.get())) return whole_result(result.get(), "__int__");
        return raise(type_error_type, fmt::format("__int__ returned non-int (type {})", result->type->name));
    }
    if (has_index(object)) return int_exact(TRY(to_index(object)).get());
    if (Ref<Object> truncate = lookup_special(object, name<"__trunc__">)) return truncated(truncate.get());
    if (pending_exception()) return failed;
    if (is_str(object)) return read_int(ascii_number_text(static_cast<Str*>(object)), 10, object);
    if (OctetsView digits; digits.acquire(object)) return read_int(digits.view(), 10, object);
    clear_exception();
    return raise(type_error_type,
                 fmt::format("int() argument must be a string, a bytes-like object or a real number, not '{}'",
                             object->type->name));
}

namespace {

/// Through the slots alone; `refuse` raises for an object without them. A subclass of float may have a
/// `__float__` of its own, which counts for `float()` but not where an argument is read.
template <class Refuse>
Result<double> double_by_slots(Object* object, bool heed_override, Refuse refuse) {
    if (is_exactly(object, float_type) || (is_float(object) && !heed_override)) return float_value(object);
    if (UnarySlot slot = object->type->slots.to_float) {
        Ref<Object> result = TRY(slot(object));
        if (is_float(result.get())) {
            const std::string method = fmt::format("{}.__float__", object->type->name);
            if (!is_exactly(result.get(), float_type))
                TRY(warn_of_subclass(result.get(), method.c_str(), "float"));
            return float_value(result.get());
        }
        return raise(type_error_type, fmt::format("{}.__float__ returned non-float (type {})",
                                                  object->type->name, result->type->name));
    }
    if (has_index(object)) return int_to_double(TRY(to_index(object)).get());
    return refuse();
}

}  // namespace

NewRef number_to_float(Object* object) {
    if (is_exactly(object, float_type)) return new_ref(object);
    if (is_exactly(object, int_type) && as_int(object)->is_small())
        return new_float(static_cast<double>(as_int(object)->small));
    const double value = TRY(double_by_slots(object, true, [object]() -> Result<double> {
        if (is_str(object)) return read_float(ascii_number_text(static_cast<Str*>(object)), object);
        if (OctetsView digits; digits.acquire(object)) return read_float(digits.view(), object);
        clear_exception();
        return raise(
            type_error_type,
            fmt::format("float() argument must be a string or a real number, not '{}'", object->type->name));
    }));
    return new_float(value);
}

Result<double> argument_double(Object* object) {
    return double_by_slots(object, false, [object]() -> Result<double> {
        return raise(type_error_type, fmt::format("must be real number, not {}", object->type->name));
    });
}

Result<int> parsed_int_argument(Object* object) {
    Ref<Int> number = TRY(to_index(object));
    if (!number->is_small()) return raise(overflow_error_type, "Python int too large to convert to C long");
    if (number->small > INT_MAX) return raise(overflow_error_type, "signed integer is greater than maximum");
    if (number->small < INT_MIN) return raise(overflow_error_type, "signed integer is less than minimum");
    return static_cast<int>(number->small);
}

}  // namespace minipy
