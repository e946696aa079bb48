// Integers as the language's __index__ sees them: what may be a subscript, a count, a size.
//
// CPython: Objects/abstract.c (PyNumber_Index, PyNumber_AsSsize_t), Python/ceval.c (_PyEval_SliceIndex)
#pragma once

#include "objects/errors.h"
#include "objects/type.h"

namespace minipy {

struct Int;

/// The int an object stands for. TypeError "'str' object cannot be interpreted as an integer".
/// PyNumber_Index.
Ref<Int> to_index(Object* object);

/// Whether the object has `__index__`.
inline bool has_index(const Object* object) noexcept {
    return object->type->has(type_flag::int_subclass) || object->type->slots.index != nullptr;
}

/// `to_index` as a machine word; `overflow` "cannot fit 'int' into an index-sized integer" where it does not
/// fit, or the nearest word if `overflow` is null. PyNumber_AsSsize_t.
Result<Size> index_size(Object* object, Type* overflow = &index_error_type);

/// A number that a native takes as an argument: OverflowError in the words of C conversions. PyLong_AsSsize_t.
Result<Size> argument_size(Object* object);
/// The same for a C int.
Result<int> argument_int(Object* object);

/// A bound of a slice: null and None give `fallback`, values outside a word the nearest one.
/// _PyEval_SliceIndex.
Result<Size> slice_bound(Object* object_or_null, Size fallback);

/// Brings a pair of bounds into 0 <= start, end <= size (start may stay above end). ADJUST_INDICES.
void adjust_bounds(Size& start, Size& end, Size size) noexcept;

}  // namespace minipy
