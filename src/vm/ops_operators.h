// Operators: arithmetic, comparison, identity, membership, subscripts, attributes.
//
// CPython: Python/ceval.c
#pragma once

#include "objects/attribute.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/slice.h"
#include "vm/method_lookup.h"
#include "vm/ops.h"

namespace minipy {

/// Replaces the top by what the operation gives for it.
inline Flow unary_op(Object** sp, NewRef (*operation)(Object*)) {
    NewRef result = operation(sp[-1]);
    if (!result) return Flow::Error;
    decref(std::exchange(sp[-1], result.object));
    return Flow::Next;
}

// [a] -> [+a]
OP(UNARY_POSITIVE) { return unary_op(sp, positive); }
// [a] -> [-a]
OP(UNARY_NEGATIVE) { return unary_op(sp, negative); }
// [a] -> [~a]
OP(UNARY_INVERT) { return unary_op(sp, invert); }

// [a] -> [not a]
OP(UNARY_NOT) {
    Ref<Object> value = pop(sp);
    const Result<bool> is_true = truth(value.get());
    if (!is_true) return Flow::Error;
    return push_result(sp, new_bool(!*is_true));
}

// [left, right] -> [left op right]
OP(BINARY_OP) {
    Ref<Object> right = pop(sp), left = pop(sp);
    ip += cache_entries(Opcode::BINARY_OP);
    return push_result(
        sp, argument < 13 ? binary_operation(static_cast<BinaryOp>(argument), left.get(), right.get())
                          : inplace_operation(static_cast<BinaryOp>(argument - 13), left.get(), right.get()));
}

// [left, right] -> [left < right]
OP(COMPARE_OP) {
    Ref<Object> right = pop(sp), left = pop(sp);
    ip += cache_entries(Opcode::COMPARE_OP);
    return push_result(sp, compare(left.get(), right.get(), static_cast<CompareOp>(argument)));
}

// [left, right] -> [left is right]
OP(IS_OP) {
    Ref<Object> right = pop(sp), left = pop(sp);
    return push_result(sp, new_bool((left.get() == right.get()) != (argument != 0)));
}

// [item, container] -> [item in container]
OP(CONTAINS_OP) {
    const Result<bool> found = contains(sp[-1], sp[-2]);
    drop(sp, 2);
    if (!found) return Flow::Error;
    return push_result(sp, new_bool(*found != (argument != 0)));
}

// [container, key] -> [container[key]]
OP(BINARY_SUBSCR) {
    Ref<Object> key = pop(sp), container = pop(sp);
    ip += cache_entries(Opcode::BINARY_SUBSCR);
    return push_result(sp, get_item(container.get(), key.get()));
}

// [value, container, key] -> []
OP(STORE_SUBSCR) {
    Ref<Object> key = pop(sp), container = pop(sp), value = pop(sp);
    ip += cache_entries(Opcode::STORE_SUBSCR);
    return flow_of(set_item(container.get(), key.get(), value.get()));
}

// [container, key] -> []
OP(DELETE_SUBSCR) {
    Ref<Object> key = pop(sp), container = pop(sp);
    return flow_of(set_item(container.get(), key.get(), nullptr));
}

// [start, stop] or [start, stop, step] -> [slice]
OP(BUILD_SLICE) {
    Ref<Object> step = argument == 3 ? pop(sp) : Ref<Object>();
    Ref<Object> stop = pop(sp), start = pop(sp);
    return push_result(sp, new_slice(start.get(), stop.get(), step.get()));
}

// [o] -> [o.name]
OP(LOAD_ATTR) {
    Ref<Object> object = pop(sp);
    ip += cache_entries(Opcode::LOAD_ATTR);
    return push_result(sp, get_attribute(object.get(), code_name(frame, argument)));
}

// [value, o] -> []
OP(STORE_ATTR) {
    Ref<Object> object = pop(sp), value = pop(sp);
    ip += cache_entries(Opcode::STORE_ATTR);
    return flow_of(set_attribute(object.get(), code_name(frame, argument), value.get()));
}

// [o] -> []
OP(DELETE_ATTR) {
    Ref<Object> object = pop(sp);
    return flow_of(set_attribute(object.get(), code_name(frame, argument), nullptr));
}

// [o] -> [method, o] if the attribute is an unbound method of o's type, else [NULL, o.name]; for a `super`
// object, o becomes the instance
OP(LOAD_METHOD) {
    Ref<Object> object = pop(sp);
    ip += cache_entries(Opcode::LOAD_METHOD);
    MethodLookup found = look_up_method(object, code_name(frame, argument));
    if (!found.callable) return Flow::Error;
    push(sp, found.unbound ? found.callable.release() : nullptr);
    push(sp, found.unbound ? object.release() : found.callable.release());
    return Flow::Next;
}

}  // namespace minipy
