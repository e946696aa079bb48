// Building, unpacking and extending containers; f-string pieces.
//
// CPython: Python/ceval.c
#pragma once

#include <algorithm>

#include "objects/dict.h"
#include "objects/list/list_internal.h"
#include "objects/set.h"
#include "objects/tuple/tuple_internal.h"
#include "vm/containers.h"
#include "vm/ops.h"

namespace minipy {

/// The topmost `count` objects, still owned by the stack.
inline std::span<Object* const> top_items(Object** sp, unsigned count) noexcept { return {sp - count, count}; }

// [items ...] -> [tuple]; the references move into the tuple
OP(BUILD_TUPLE) {
    Ref<Tuple> tuple = tuple_of_owned(top_items(sp, argument));
    sp -= argument;
    push(sp, tuple.release());
    return Flow::Next;
}

// [items ...] -> [list]
OP(BUILD_LIST) {
    Ref<List> list = list_of_owned(top_items(sp, argument));
    sp -= argument;
    push(sp, list.release());
    return Flow::Next;
}

// [items ...] -> [set]
OP(BUILD_SET) {
    Ref<Object> set = build_set(top_items(sp, argument));
    drop(sp, static_cast<int>(argument));
    return push_result(sp, std::move(set));
}

// [key, value, ...] -> [dict]
OP(BUILD_MAP) {
    Ref<Dict> dict = build_map(top_items(sp, 2 * argument));
    drop(sp, 2 * static_cast<int>(argument));
    return push_result(sp, Ref<Object>(std::move(dict)));
}

// [values ..., tuple of keys] -> [dict]
OP(BUILD_CONST_KEY_MAP) {
    Ref<Object> keys = pop(sp);
    Ref<Dict> dict = build_const_key_map(top_items(sp, argument), static_cast<Tuple*>(keys.get()));
    drop(sp, static_cast<int>(argument));
    return push_result(sp, Ref<Object>(std::move(dict)));
}

// [strings ...] -> [joined]
OP(BUILD_STRING) {
    Ref<Str> joined = str_join(empty_str().get(), top_items(sp, argument));
    drop(sp, static_cast<int>(argument));
    return push_result(sp, Ref<Object>(std::move(joined)));
}

// [value] or [value, spec] -> [text]
OP(FORMAT_VALUE) {
    Ref<Object> spec = (argument & 4) ? pop(sp) : Ref<Object>();
    Ref<Object> value = pop(sp);
    return push_result(sp, format_value(value.get(), static_cast<int>(argument & 3), spec.get()));
}

// [list] -> [tuple]
OP(LIST_TO_TUPLE) {
    Ref<Object> list = pop(sp);
    return push_result(sp, Ref<Object>(list_to_tuple(static_cast<List*>(list.get()))));
}

// [list, ..., item] -> [list, ...]
OP(LIST_APPEND) {
    auto* list = static_cast<List*>(peek(sp, static_cast<int>(argument) + 1));
    return flow_of(list_append_steal(list, *--sp));
}

// [set, ..., item] -> [set, ...]
OP(SET_ADD) {
    Ref<Object> item = pop(sp);
    return flow_of(set_add(static_cast<Set*>(peek(sp, static_cast<int>(argument))), item.get()));
}

// [dict, ..., key, value] -> [dict, ...]
OP(MAP_ADD) {
    Ref<Object> value = pop(sp), key = pop(sp);
    return flow_of(dict_set(static_cast<Dict*>(peek(sp, static_cast<int>(argument))), key.get(), value.get()));
}

// [list, ..., iterable] -> [list, ...]
OP(LIST_EXTEND) {
    Ref<Object> iterable = pop(sp);
    return flow_of(extend_list(static_cast<List*>(peek(sp, static_cast<int>(argument))), iterable.get()));
}

// [set, ..., iterable] -> [set, ...]
OP(SET_UPDATE) {
    Ref<Object> iterable = pop(sp);
    return flow_of(set_update(static_cast<Set*>(peek(sp, static_cast<int>(argument))), iterable.get()));
}

// [dict, ..., mapping] -> [dict, ...]
OP(DICT_UPDATE) {
    Ref<Object> mapping = pop(sp);
    return flow_of(update_dict(static_cast<Dict*>(peek(sp, static_cast<int>(argument))), mapping.get()));
}

// [callable, ..., dict, ..., mapping] -> [...]: keyword arguments, each at most once
OP(DICT_MERGE) {
    Ref<Object> mapping = pop(sp);
    Object* callable = peek(sp, static_cast<int>(argument) + 2);
    return flow_of(
        merge_keywords(static_cast<Dict*>(peek(sp, static_cast<int>(argument))), mapping.get(), callable));
}

// [sequence] -> [last, ..., first]
OP(UNPACK_SEQUENCE) {
    Ref<Object> sequence = pop(sp);
    ip += cache_entries(Opcode::UNPACK_SEQUENCE);
    if (!unpack(sequence.get(), static_cast<int>(argument), sp)) return Flow::Error;
    sp += argument;
    return Flow::Next;
}

// [sequence] -> [last, ..., list of the middle, ..., first]
OP(UNPACK_EX) {
    Ref<Object> sequence = pop(sp);
    const int before = argument & 0xFF, after = static_cast<int>(argument >> 8);
    if (!unpack_starred(sequence.get(), before, after, sp)) return Flow::Error;
    sp += before + 1 + after;
    return Flow::Next;
}

}  // namespace minipy
