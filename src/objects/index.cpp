// __index__ and the machine words made from it.
//
// CPython: Objects/abstract.c, Objects/longobject.c
#include "objects/index.h"

#include <fmt/format.h>

#include <climits>

#include "objects/exceptions.h"
#include "objects/int.h"
#include "objects/singletons.h"
#include "objects/vm_hooks.h"

namespace minipy {

Ref<Int> to_index(Object* object) {
    if (is_int(object)) return share(static_cast<Int*>(object));
    UnarySlot slot = object->type->slots.index;
    if (!slot) {
        return raise(type_error_type,
                     fmt::format("'{}' object cannot be interpreted as an integer", object->type->name));
    }
    Ref<Object> result = TRY(slot(object));
    if (!is_int(result.get())) {
        return raise(type_error_type, fmt::format("__index__ returned non-int (type {})", result->type->name));
    }
    if (result->type != &int_type) {
        TRY(warn(
            deprecation_warning_type,
            fmt::format("__index__ returned non-int (type {}).  The ability to return an instance of a strict "
                        "subclass of int is deprecated, and may be removed in a future version of Python.",
                        result->type->name)));
    }
    return Ref<Int>::steal(static_cast<Int*>(result.release()));
}

Result<Size> index_size(Object* object, Type* overflow) {
    Ref<Int> number = TRY(to_index(object));
    if (number->is_small()) return number->small;
    if (!overflow) return number->limb_count < 0 ? PTRDIFF_MIN : PTRDIFF_MAX;
    return raise(*overflow, fmt::format("cannot fit '{}' into an index-sized integer", object->type->name));
}

Result<Size> argument_size(Object* object) {
    Ref<Int> number = TRY(to_index(object));
    if (number->is_small()) return number->small;
    return raise(overflow_error_type, "Python int too large to convert to C ssize_t");
}

Result<int> argument_int(Object* object) {
    Ref<Int> number = TRY(to_index(object));
    if (!number->is_small() || number->small > INT_MAX || number->small < INT_MIN)
        return raise(overflow_error_type, "Python int too large to convert to C int");
    return static_cast<int>(number->small);
}

Result<Size> slice_bound(Object* object_or_null, Size fallback) {
    if (!object_or_null || is_none(object_or_null)) return fallback;
    if (!has_index(object_or_null)) {
        return raise(type_error_type, "slice indices must be integers or None or have an __index__ method");
    }
    return index_size(object_or_null, nullptr);
}

void adjust_bounds(Size& start, Size& end, Size size) noexcept {
    if (end > size)
        end = size;
    else if (end < 0 && (end += size) < 0)
        end = 0;
    if (start < 0 && (start += size) < 0) start = 0;
}

}  // namespace minipy
