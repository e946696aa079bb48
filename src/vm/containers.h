// The out-of-line side of building and unpacking containers.
//
// CPython: Python/ceval.c (unpack_iterable, format_kwargs_error), Objects/setobject.c
#pragma once

#include <span>

#include "objects/dict.h"
#include "objects/list.h"
#include "objects/set.h"

namespace minipy {

Ref<Object> build_set(std::span<Object* const> items);
/// `container[start:stop]` of an exact list, tuple or str whose bounds are small ints or None. Otherwise
/// `known` becomes false and nothing has happened.
NewRef cut(Object* container, Object* start, Object* stop, bool& known);

/// Keys and values alternate.
Ref<Dict> build_map(std::span<Object* const> pairs);
Ref<Dict> build_const_key_map(std::span<Object* const> values, Tuple* keys);

/// A replacement field of an f-string; conversion 0 none, 1 str, 2 repr, 3 ascii; the spec may be null.
NewRef format_value(Object* value, int conversion, Object* spec_or_null);

/// `[*iterable]`: TypeError "Value after * must be an iterable, not int".
Status extend_list(List* list, Object* iterable);
/// `{**mapping}`: TypeError "'int' object is not a mapping".
Status update_dict(Dict* dict, Object* mapping);
/// Keyword arguments of a call: TypeError "f() got multiple values for keyword argument 'x'".
Status merge_keywords(Dict* dict, Object* mapping, Object* callable);

/// Writes exactly `count` items into slots[count - 1] ... slots[0]; ValueError "too many values to unpack".
/// Nothing stays in the slots on failure.
Status unpack(Object* sequence, int count, Object** slots);
/// The same around a starred target, which gets a list.
Status unpack_starred(Object* sequence, int before, int after, Object** slots);

}  // namespace minipy
