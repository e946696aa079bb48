// weakref.ProxyType and CallableProxyType: objects that stand for another one without keeping it alive.
//
// Every slot passes on to the referent, which is kept alive for the length of the operation. Invariant: once
// the referent is dead every use but `repr` raises ReferenceError.
//
// CPython: Objects/weakrefobject.c (proxy_*)
#include <fmt/format.h>

#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/errors.h"
#include "objects/exceptions.h"
#include "objects/float.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/slot_table.h"
#include "objects/weak_reference.h"

namespace minipy {
namespace {

bool is_proxy(const Object* object) noexcept {
    return object->type == &weak_proxy_type || object->type == &weak_callable_proxy_type;
}

/// The object that is meant: the referent of a proxy, anything else itself. Raises ReferenceError.
Ref<Object> unwrap(Object* object) {
    if (!is_proxy(object)) return share(object);
    Object* referent = live_referent(object);
    if (referent) return share(referent);
    return raise(reference_error_type, "weakly-referenced object no longer exists");
}

template <auto operation>
NewRef pass_unary(Object* self) {
    Ref<Object> referent = TRY(unwrap(self));
    return operation(referent.get());
}

template <BinaryOp op>
NewRef pass_binary(Object* left, Object* right) {
    Ref<Object> a = TRY(unwrap(left)), b = TRY(unwrap(right));
    return binary_operation(op, a.get(), b.get());
}

template <BinaryOp op>
NewRef pass_inplace(Object* left, Object* right) {
    Ref<Object> a = TRY(unwrap(left)), b = TRY(unwrap(right));
    return inplace_operation(op, a.get(), b.get());
}

NewRef pass_divmod(Object* left, Object* right) {
    Ref<Object> a = TRY(unwrap(left)), b = TRY(unwrap(right));
    return divide_and_remainder(a.get(), b.get());
}

NewRef pass_power(Object* base, Object* exponent, Object* modulus) {
    Ref<Object> a = TRY(unwrap(base)), b = TRY(unwrap(exponent)), c = TRY(unwrap(modulus));
    return power(a.get(), b.get(), c.get());
}

NewRef pass_inplace_power(Object* base, Object* exponent, Object*) {
    return pass_inplace<BinaryOp::Power>(base, exponent);
}

NewRef as_text(Object* object) { return to_str(object); }
NewRef as_index(Object* object) { return to_index(object); }
NewRef as_int(Object* object) { return call(&int_type, {object}); }
NewRef as_float(Object* object) { return call(&float_type, {object}); }

NewRef proxy_repr(Object* self) {
    Object* referent = live_referent(self);
    return str_from_utf8(fmt::format("<weakproxy at {} to {} at {}>", static_cast<void*>(self),
                                     referent ? referent->type->name : "NoneType",
                                     static_cast<void*>(referent ? referent : &none)));
}

NewRef proxy_get_attribute(Object* self, Object* attribute) {
    Ref<Object> referent = TRY(unwrap(self));
    return get_attribute(referent.get(), static_cast<Str*>(attribute));
}

Status proxy_set_attribute(Object* self, Object* attribute, Object* value_or_null) {
    Ref<Object> referent = TRY(unwrap(self));
    return set_attribute(referent.get(), static_cast<Str*>(attribute), value_or_null);
}

NewRef proxy_compare(Object* left, Object* right, CompareOp op) {
    Ref<Object> a = TRY(unwrap(left)), b = TRY(unwrap(right));
    return compare(a.get(), b.get(), op);
}

NewRef proxy_next(Object* self) {
    Ref<Object> referent = TRY(unwrap(self));
    if (!is_iterator(referent.get()))
        return raise(type_error_type,
                     fmt::format("Weakref proxy referenced a non-iterator '{}' object", referent->type->name));
    return next(referent.get());
}

Result<bool> proxy_truth(Object* self) {
    Ref<Object> referent = TRY(unwrap(self));
    return truth(referent.get());
}

Result<Size> proxy_length(Object* self) {
    Ref<Object> referent = TRY(unwrap(self));
    return length(referent.get());
}

NewRef proxy_get_item(Object* self, Object* key) {
    Ref<Object> referent = TRY(unwrap(self));
    return get_item(referent.get(), key);
}

Status proxy_set_item(Object* self, Object* key, Object* value_or_null) {
    Ref<Object> referent = TRY(unwrap(self));
    return set_item(referent.get(), key, value_or_null);
}

Result<bool> proxy_contains(Object* self, Object* item) {
    Ref<Object> referent = TRY(unwrap(self));
    return contains(referent.get(), item);
}

NewRef proxy_call(Object* self, Object* const* arguments, Size positional, Tuple* keyword_names) {
    Ref<Object> referent = TRY(unwrap(self));
    return call(referent.get(), arguments, positional, keyword_names);
}

NewRef proxy_bytes(Object* self, Object* const*) {
    Ref<Object> referent = TRY(unwrap(self));
    return call_method(referent.get(), name<"__bytes__">);
}

NewRef proxy_reversed(Object* self, Object* const*) {
    Ref<Object> referent = TRY(unwrap(self));
    return call_method(referent.get(), name<"__reversed__">);
}

constexpr NativeDef proxy_methods[] = {
    {"__bytes__", proxy_bytes, "-($self)", nullptr},
    {"__reversed__", proxy_reversed, "-($self)", nullptr},
};

constexpr Slots proxy_slots = {
    .dealloc = weak_reference_dealloc,
    .traverse = weak_reference_traverse,
    .clear = weak_reference_clear,
    .repr = proxy_repr,
    .str = pass_unary<as_text>,
    .hash = hash_not_implemented,
    .compare = proxy_compare,
    .get_attribute = proxy_get_attribute,
    .set_attribute = proxy_set_attribute,
    .iter = pass_unary<iterate>,
    .next = proxy_next,
    .add = pass_binary<BinaryOp::Add>,
    .subtract = pass_binary<BinaryOp::Subtract>,
    .multiply = pass_binary<BinaryOp::Multiply>,
    .remainder = pass_binary<BinaryOp::Remainder>,
    .divmod = pass_divmod,
    .power = pass_power,
    .negative = pass_unary<negative>,
    .positive = pass_unary<positive>,
    .absolute = pass_unary<absolute>,
    .truth = proxy_truth,
    .invert = pass_unary<invert>,
    .left_shift = pass_binary<BinaryOp::LeftShift>,
    .right_shift = pass_binary<BinaryOp::RightShift>,
    .bit_and = pass_binary<BinaryOp::And>,
    .bit_xor = pass_binary<BinaryOp::Xor>,
    .bit_or = pass_binary<BinaryOp::Or>,
    .to_int = pass_unary<as_int>,
    .to_float = pass_unary<as_float>,
    .index = pass_unary<as_index>,
    .floor_divide = pass_binary<BinaryOp::FloorDivide>,
    .true_divide = pass_binary<BinaryOp::TrueDivide>,
    .matrix_multiply = pass_binary<BinaryOp::MatrixMultiply>,
    .inplace_add = pass_inplace<BinaryOp::Add>,
    .inplace_subtract = pass_inplace<BinaryOp::Subtract>,
    .inplace_multiply = pass_inplace<BinaryOp::Multiply>,
    .inplace_remainder = pass_inplace<BinaryOp::Remainder>,
    .inplace_power = pass_inplace_power,
    .inplace_left_shift = pass_inplace<BinaryOp::LeftShift>,
    .inplace_right_shift = pass_inplace<BinaryOp::RightShift>,
    .inplace_bit_and = pass_inplace<BinaryOp::And>,
    .inplace_bit_xor = pass_inplace<BinaryOp::Xor>,
    .inplace_bit_or = pass_inplace<BinaryOp::Or>,
    .inplace_floor_divide = pass_inplace<BinaryOp::FloorDivide>,
    .inplace_true_divide = pass_inplace<BinaryOp::TrueDivide>,
    .inplace_matrix_multiply = pass_inplace<BinaryOp::MatrixMultiply>,
    .length = proxy_length,
    .get_item = proxy_get_item,
    .set_item = proxy_set_item,
    .contains = proxy_contains,
};

constexpr Slots with_call(Slots slots) {
    slots.vectorcall = proxy_call;
    return slots;
}

const TypeSpec proxy_spec = {
    .name = "weakref.ProxyType",
    .basic_size = sizeof(WeakReference),
    .flags = type_flag::collected | type_flag::disallow_new,
    .slots = proxy_slots,
    .methods = proxy_methods,
};

const TypeSpec callable_proxy_spec = {
    .name = "weakref.CallableProxyType",
    .basic_size = sizeof(WeakReference),
    .flags = type_flag::collected | type_flag::disallow_new,
    .slots = with_call(proxy_slots),
};

}  // namespace

Type weak_proxy_type(proxy_spec);
Type weak_callable_proxy_type(callable_proxy_spec);

}  // namespace minipy
