// _operator: each function is the abstract operation of the same name, given its arguments.
//
// CPython: Modules/_operator.c
#include "modules/operator/operator.h"

#include "modules/support.h"
#include "objects/buffer.h"
#include "objects/call.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str.h"

namespace minipy {
namespace {

template <BinaryOp op>
NewRef operator_binary(Object*, Object* const* arguments) {
    return binary_operation(op, arguments[0], arguments[1]);
}

template <BinaryOp op>
NewRef operator_inplace(Object*, Object* const* arguments) {
    return inplace_operation(op, arguments[0], arguments[1]);
}

template <CompareOp op>
NewRef operator_compare(Object*, Object* const* arguments) {
    return compare(arguments[0], arguments[1], op);
}

template <NewRef (*operation)(Object*)>
NewRef operator_unary(Object*, Object* const* arguments) {
    return operation(arguments[0]);
}

/// An exact int. PyNumber_Index.
NewRef operator_index(Object*, Object* const* arguments) {
    Ref<Int> number = TRY(to_index(arguments[0]));
    if (number->type == &int_type) return number;
    return int_type.slots.index(number.get());
}

NewRef operator_truth(Object*, Object* const* arguments) { return new_bool(TRY(truth(arguments[0]))); }
NewRef operator_not(Object*, Object* const* arguments) { return new_bool(!TRY(truth(arguments[0]))); }
NewRef operator_is(Object*, Object* const* arguments) { return new_bool(arguments[0] == arguments[1]); }
NewRef operator_is_not(Object*, Object* const* arguments) { return new_bool(arguments[0] != arguments[1]); }

NewRef operator_contains(Object*, Object* const* arguments) {
    return new_bool(TRY(contains(arguments[0], arguments[1])));
}

NewRef operator_getitem(Object*, Object* const* arguments) { return get_item(arguments[0], arguments[1]); }

NewRef operator_setitem(Object*, Object* const* arguments) {
    TRY(set_item(arguments[0], arguments[1], arguments[2]));
    return new_none();
}

NewRef operator_delitem(Object*, Object* const* arguments) {
    TRY(set_item(arguments[0], arguments[1], nullptr));
    return new_none();
}

/// Fails unless the operands are sequences as `concat` wants them; `+` on numbers is not meant.
Status check_sequences(Object* left, Object* right) {
    if (left->type->slots.concat || (is_sequence(left) && is_sequence(right))) return done;
    return raise(type_error_type, fmt::format("'{}' object can't be concatenated", left->type->name));
}

NewRef operator_concat(Object*, Object* const* arguments) {
    TRY(check_sequences(arguments[0], arguments[1]));
    if (BinarySlot slot = arguments[0]->type->slots.concat) return slot(arguments[0], arguments[1]);
    return binary_operation(BinaryOp::Add, arguments[0], arguments[1]);
}

NewRef operator_iconcat(Object*, Object* const* arguments) {
    const Slots& slots = arguments[0]->type->slots;
    if (slots.inplace_concat) return slots.inplace_concat(arguments[0], arguments[1]);
    TRY(check_sequences(arguments[0], arguments[1]));
    if (slots.concat) return slots.concat(arguments[0], arguments[1]);
    return inplace_operation(BinaryOp::Add, arguments[0], arguments[1]);
}

/// The iterator of a search, with the message that searches give.
Ref<Object> search_iterator(Object* iterable) {
    Ref<Object> iterator = iterate(iterable);
    if (!iterator && pending_matches(type_error_type)) {
        clear_exception();
        return raise(type_error_type,
                     fmt::format("argument of type '{}' is not iterable", iterable->type->name));
    }
    return iterator;
}

NewRef operator_count_of(Object*, Object* const* arguments) {
    Ref<Object> iterator = TRY(search_iterator(arguments[0]));
    std::int64_t count = 0;
    while (Ref<Object> item = next(iterator.get()))
        count += TRY(compare_truth(item.get(), arguments[1], CompareOp::Eq));
    if (pending_exception()) return failed;
    return new_int(count);
}

NewRef operator_index_of(Object*, Object* const* arguments) {
    Ref<Object> iterator = TRY(search_iterator(arguments[0]));
    for (std::int64_t index = 0; Ref<Object> item = next(iterator.get()); ++index)
        if (TRY(compare_truth(item.get(), arguments[1], CompareOp::Eq))) return new_int(index);
    if (pending_exception()) return failed;
    return raise(value_error_type, "sequence.index(x): x not in sequence");
}

NewRef operator_length_hint(Object*, Object* const* arguments) {
    Size fallback = 0;
    if (arguments[1]) {
        if (!is_int(arguments[1]))
            return raise(type_error_type, fmt::format("'{}' object cannot be interpreted as an integer",
                                                      arguments[1]->type->name));
        fallback = TRY(argument_size(arguments[1]));
    }
    return new_int(TRY(length_hint(arguments[0], fallback)));
}

NewRef operator_call(Object*, Object* const* arguments) {
    return call_with_dict(arguments[0], static_cast<Tuple*>(arguments[1]), static_cast<Dict*>(arguments[2]));
}

/// Looks at every octet whatever it finds, so that the time taken tells nothing. _tscmp.
bool equal_in_constant_time(std::string_view left, std::string_view right) noexcept {
    unsigned char difference = left.size() != right.size();
    const std::string_view other = left.size() == right.size() ? left : right;
    for (std::size_t i = 0; i < right.size(); ++i)
        difference |= static_cast<unsigned char>(other[i]) ^ static_cast<unsigned char>(right[i]);
    return difference == 0;
}

}  // namespace

NewRef operator_compare_digest(Object*, Object* const* arguments) {
    Object *left = arguments[0], *right = arguments[1];
    if (is_str(left) && is_str(right)) {
        const auto *a = static_cast<Str*>(left), *b = static_cast<Str*>(right);
        if (!a->ascii || !b->ascii)
            return raise(type_error_type, "comparing strings with non-ASCII characters is not supported");
        return new_bool(equal_in_constant_time(a->view1(), b->view1()));
    }
    if (!has_octets(left) && !has_octets(right))
        return raise(type_error_type, fmt::format("unsupported operand types(s) or combination of types: "
                                                  "'{}' and '{}'",
                                                  left->type->name, right->type->name));
    OctetsView a, b;
    TRY(a.acquire(left));
    TRY(b.acquire(right));
    return new_bool(equal_in_constant_time(a.view(), b.view()));
}

namespace {

constexpr const char* one = "($module, a, /)";
constexpr const char* two = "($module, a, b, /)";

constexpr NativeDef operator_functions[] = {
    {"truth", operator_truth, one, "Whether a is true."},
    {"contains", operator_contains, two, "b in a"},
    {"indexOf", operator_index_of, two, "The position of the first b in a."},
    {"countOf", operator_count_of, two, "How many items of a equal b."},
    {"is_", operator_is, two, "a is b"},
    {"is_not", operator_is_not, two, "a is not b"},
    {"add", operator_binary<BinaryOp::Add>, two, "a + b"},
    {"sub", operator_binary<BinaryOp::Subtract>, two, "a - b"},
    {"mul", operator_binary<BinaryOp::Multiply>, two, "a * b"},
    {"matmul", operator_binary<BinaryOp::MatrixMultiply>, two, "a @ b"},
    {"floordiv", operator_binary<BinaryOp::FloorDivide>, two, "a // b"},
    {"truediv", operator_binary<BinaryOp::TrueDivide>, two, "a / b"},
    {"mod", operator_binary<BinaryOp::Remainder>, two, "a % b"},
    {"pow", operator_binary<BinaryOp::Power>, two, "a ** b"},
    {"lshift", operator_binary<BinaryOp::LeftShift>, two, "a << b"},
    {"rshift", operator_binary<BinaryOp::RightShift>, two, "a >> b"},
    {"and_", operator_binary<BinaryOp::And>, two, "a & b"},
    {"xor", operator_binary<BinaryOp::Xor>, two, "a ^ b"},
    {"or_", operator_binary<BinaryOp::Or>, two, "a | b"},
    {"iadd", operator_inplace<BinaryOp::Add>, two, "a += b"},
    {"isub", operator_inplace<BinaryOp::Subtract>, two, "a -= b"},
    {"imul", operator_inplace<BinaryOp::Multiply>, two, "a *= b"},
    {"imatmul", operator_inplace<BinaryOp::MatrixMultiply>, two, "a @= b"},
    {"ifloordiv", operator_inplace<BinaryOp::FloorDivide>, two, "a //= b"},
    {"itruediv", operator_inplace<BinaryOp::TrueDivide>, two, "a /= b"},
    {"imod", operator_inplace<BinaryOp::Remainder>, two, "a %= b"},
    {"ipow", operator_inplace<BinaryOp::Power>, two, "a **= b"},
    {"ilshift", operator_inplace<BinaryOp::LeftShift>, two, "a <<= b"},
    {"irshift", operator_inplace<BinaryOp::RightShift>, two, "a >>= b"},
    {"iand", operator_inplace<BinaryOp::And>, two, "a &= b"},
    {"ixor", operator_inplace<BinaryOp::Xor>, two, "a ^= b"},
    {"ior", operator_inplace<BinaryOp::Or>, two, "a |= b"},
    {"neg", operator_unary<negative>, one, "-a"},
    {"pos", operator_unary<positive>, one, "+a"},
    {"abs", operator_unary<absolute>, one, "abs(a)"},
    {"inv", operator_unary<invert>, one, "~a"},
    {"invert", operator_unary<invert>, one, "~a"},
    {"index", operator_index, one, "a.__index__()"},
    {"not_", operator_not, one, "not a"},
    {"concat", operator_concat, two, "a + b for sequences"},
    {"iconcat", operator_iconcat, two, "a += b for sequences"},
    {"getitem", operator_getitem, two, "a[b]"},
    {"setitem", operator_setitem, "($module, a, b, c, /)", "a[b] = c"},
    {"delitem", operator_delitem, two, "del a[b]"},
    {"lt", operator_compare<CompareOp::Lt>, two, "a < b"},
    {"le", operator_compare<CompareOp::Le>, two, "a <= b"},
    {"eq", operator_compare<CompareOp::Eq>, two, "a == b"},
    {"ne", operator_compare<CompareOp::Ne>, two, "a != b"},
    {"gt", operator_compare<CompareOp::Gt>, two, "a > b"},
    {"ge", operator_compare<CompareOp::Ge>, two, "a >= b"},
    {"length_hint", operator_length_hint, "($module, obj, default=0, /)",
     "How many items obj may have; the default where nothing is known."},
    {"call", operator_call, "($module, obj, /, *args, **kwargs)", "obj(*args, **kwargs)"},
    {"_compare_digest", operator_compare_digest, two, "a == b in a time that does not depend on their content"},
};

Status operator_fill(Module* module) {
    for (Type* type : {&item_getter_type, &attribute_getter_type, &method_caller_type})
        TRY(module_add_type(module, *type));
    return done;
}

const ModuleSpec operator_spec = {"_operator", "The operators of the language as functions.",
                                  operator_functions, operator_fill};

}  // namespace

Ref<Module> make_operator_module() { return new_native_module(operator_spec); }

}  // namespace minipy
