// Pattern matching.
//
// CPython: Python/ceval.c
#pragma once

#include "objects/int.h"
#include "objects/protocol.h"
#include "vm/ops.h"
#include "vm/pattern_matching.h"

namespace minipy {

// [subject] -> [subject, len(subject)]
OP(GET_LEN) {
    const Result<Size> size = length(peek(sp, 1));
    if (!size) return Flow::Error;
    return push_result(sp, Ref<Object>(new_int(*size)));
}

// [subject] -> [subject, bool]
OP(MATCH_MAPPING) { return push_result(sp, new_bool(peek(sp, 1)->type->has(type_flag::mapping_pattern))); }

// [subject] -> [subject, bool]
OP(MATCH_SEQUENCE) { return push_result(sp, new_bool(peek(sp, 1)->type->has(type_flag::sequence_pattern))); }

// [subject, keys] -> [subject, keys, values or None]
OP(MATCH_KEYS) { return push_result(sp, match_keys(peek(sp, 2), static_cast<Tuple*>(peek(sp, 1)))); }

// [subject, class, names] -> [attributes or None]
OP(MATCH_CLASS) {
    Ref<Object> names = pop(sp), cls = pop(sp), subject = pop(sp);
    return push_result(sp, match_class(subject.get(), cls.get(), static_cast<Size>(argument),
                                       static_cast<Tuple*>(names.get())));
}

}  // namespace minipy
