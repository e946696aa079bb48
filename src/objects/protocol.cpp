// Abstract operations on any object, through its type's slots.
//
// CPython: Objects/abstract.c, Objects/object.c
#include "objects/protocol.h"

#include <fmt/format.h>

#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/declined.h"
#include "objects/errors.h"
#include "objects/float.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/memory_guard.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "objects/thread_state.h"
#include "objects/union_type.h"

namespace minipy {
namespace {

struct OperatorInfo {
    const char* symbol;
    const char* inplace_symbol;
    BinarySlot Slots::*slot;
    BinarySlot Slots::*inplace;
};

// By BinaryOp; `**` has slots of another shape and is handled apart.
constexpr OperatorInfo operators[] = {
    {"+", "+=", &Slots::add, &Slots::inplace_add},
    {"&", "&=", &Slots::bit_and, &Slots::inplace_bit_and},
    {"//", "//=", &Slots::floor_divide, &Slots::inplace_floor_divide},
    {"<<", "<<=", &Slots::left_shift, &Slots::inplace_left_shift},
    {"@", "@=", &Slots::matrix_multiply, &Slots::inplace_matrix_multiply},
    {"*", "*=", &Slots::multiply, &Slots::inplace_multiply},
    {"%", "%=", &Slots::remainder, &Slots::inplace_remainder},
    {"|", "|=", &Slots::bit_or, &Slots::inplace_bit_or},
    {"** or pow()", "**=", nullptr, nullptr},
    {">>", ">>=", &Slots::right_shift, &Slots::inplace_right_shift},
    {"-", "-=", &Slots::subtract, &Slots::inplace_subtract},
    {"/", "/=", &Slots::true_divide, &Slots::inplace_true_divide},
    {"^", "^=", &Slots::bit_xor, &Slots::inplace_bit_xor},
};

bool declined(NewRef result) noexcept {
    if (result.object != &not_implemented) return false;
    decref(result.object);
    return true;
}

/// Tries the left operand's slot and the right one's; the right one first if its type is a proper subtype.
/// Gives NotImplemented if neither wants to. `call(slot)` runs one.
template <class Slot, class Call>
NewRef try_both(Slot left_slot, Slot right_slot, const Type* left, const Type* right, Call call) {
    if (left_slot == right_slot) right_slot = nullptr;
    if (left_slot && right_slot && is_subtype(right, left)) {
        NewRef result = call(right_slot);
        if (!declined(result)) return result;
        right_slot = nullptr;
    }
    if (left_slot) {
        NewRef result = call(left_slot);
        if (!declined(result)) return result;
    }
    if (right_slot) {
        NewRef result = call(right_slot);
        if (!declined(result)) return result;
    }
    return new_ref(&not_implemented);
}

Failure unsupported(const char* symbol, const Object* left, const Object* right) {
    // `print >>stream, text` of Python 2
    const bool prints =
        std::string_view(symbol) == ">>" && is_exactly(left, builtin_function_type) &&
        std::string_view(static_cast<const BuiltinFunction*>(left)->signature->definition->name) == "print";
    return raise(type_error_type,
                 fmt::format("unsupported operand type(s) for {}: '{}' and '{}'{}", symbol, left->type->name,
                             right->type->name,
                             prints ? ". Did you mean \"print(<message>, file=<output_stream>)\"?" : ""));
}

bool is_index(const Object* object) noexcept { return is_int(object) || object->type->slots.index; }

/// Does CPython's type have a table of sequence functions, be it empty? Every class has; of the built-in types
/// those that can be asked for an item by number or for membership.
bool has_sequence_suite(const Type* type) noexcept {
    return (type->flags & type_flag::heap) || type->slots.item || type->slots.contains || type->slots.concat;
}

/// sequence_repeat.
NewRef repeat(IndexSlot slot, Object* sequence, Object* count) {
    if (!is_index(count))
        return raise(type_error_type,
                     fmt::format("can't multiply sequence by non-int of type '{}'", count->type->name));
    return slot(sequence, TRY(index_size(count, &overflow_error_type)));
}

NewRef unary(UnarySlot Slots::*slot, Object* operand, const char* what) {
    if (UnarySlot function = operand->type->slots.*slot) return function(operand);
    return raise(type_error_type,
                 fmt::format("bad operand type for unary {}: '{}'", what, operand->type->name));
}

}  // namespace

Ref<Str> repr(Object* object) {
    if (!object->type->slots.repr)
        return str_from_utf8(fmt::format("<{} object at {}>", object->type->name, static_cast<void*>(object)));
    RecursionGuard guard(" while getting the repr of an object");
    if (!guard.entered()) return failed;
    Ref<Object> text = TRY(object->type->slots.repr(object));
    if (!is_str(text.get()))
        return raise(type_error_type, fmt::format("__repr__ returned non-string (type {})", text->type->name));
    return Ref<Str>::steal(static_cast<Str*>(text.release()));
}

Ref<Str> to_str(Object* object) {
    if (is_exactly(object, str_type)) return share(static_cast<Str*>(object));
    if (!object->type->slots.str) return repr(object);
    RecursionGuard guard(" while getting the str of an object");
    if (!guard.entered()) return failed;
    Ref<Object> text = TRY(object->type->slots.str(object));
    if (!is_str(text.get()))
        return raise(type_error_type, fmt::format("__str__ returned non-string (type {})", text->type->name));
    return Ref<Str>::steal(static_cast<Str*>(text.release()));
}

namespace {

/// How two doubles compare; false for all but != if one is no number.
bool holds_for_floats(CompareOp op, double left, double right) noexcept {
    switch (op) {
        case CompareOp::Lt: return left < right;
        case CompareOp::Le: return left <= right;
        case CompareOp::Eq: return left == right;
        case CompareOp::Ne: return left != right;
        case CompareOp::Gt: return left > right;
        case CompareOp::Ge: return left >= right;
    }
    return false;
}

/// Compares the commonest operands, which need neither slots nor a bool object on the way; false if these are
/// others. The exact types are the guard. Gain: sorting pairs, queues of tuples, `in` a list, keys of dicts.
inline bool compare_plain(Object* left, Object* right, CompareOp op, bool& result) noexcept {
    const Type* type = left->type;
    if (type != right->type) return false;
    if (type == &int_type) {
        const Int *a = as_int(left), *b = as_int(right);
        if (!are_small(a, b)) return false;
        return result = holds(op, (a->small > b->small) - (a->small < b->small)), true;
    }
    if (type == &str_type && (op == CompareOp::Eq || op == CompareOp::Ne))
        return result = str_equal(static_cast<Str*>(left), static_cast<Str*>(right)) == (op == CompareOp::Eq),
               true;
    if (type == &float_type) return result = holds_for_floats(op, float_value(left), float_value(right)), true;
    return false;
}

CompareOp reflected(CompareOp op) noexcept {
    constexpr CompareOp by_operator[] = {CompareOp::Gt, CompareOp::Ge, CompareOp::Eq,
                                         CompareOp::Ne, CompareOp::Lt, CompareOp::Le};
    return by_operator[static_cast<int>(op)];
}

/// The comparison of operands that both declined.
NewRef compare_identity(Object* left, Object* right, CompareOp op) {
    constexpr const char* symbols[] = {"<", "<=", "==", "!=", ">", ">="};
    if (op == CompareOp::Eq) return new_bool(left == right);
    if (op == CompareOp::Ne) return new_bool(left != right);
    return raise(type_error_type,
                 fmt::format("'{}' not supported between instances of '{}' and '{}'",
                             symbols[static_cast<int>(op)], left->type->name, right->type->name));
}

}  // namespace

NewRef compare(Object* left, Object* right, CompareOp op) {
    if (bool result; compare_plain(left, right, op, result)) return new_bool(result);
    if (stack_is_low()) [[unlikely]]
        return raise_recursion_error(" in comparison");
    const CompareSlot left_slot = left->type->slots.compare, right_slot = right->type->slots.compare;
    const bool right_first = right_slot && left->type != right->type && is_subtype(right->type, left->type);
    if (right_first) {
        NewRef result = right_slot(right, left, reflected(op));
        if (!declined(result)) return result;
    }
    if (left_slot) {
        NewRef result = left_slot(left, right, op);
        if (!declined(result)) return result;
    }
    return right_first ? compare_identity(left, right, op) : comparison_after_left(left, right, op);
}

NewRef comparison_after_left(Object* left, Object* right, CompareOp op) {
    if (CompareSlot slot = right->type->slots.compare) {
        NewRef result = slot(right, left, reflected(op));
        if (!declined(result)) return result;
    }
    return compare_identity(left, right, op);
}

Result<bool> compare_truth(Object* left, Object* right, CompareOp op) {
    if (left == right) {
        if (op == CompareOp::Eq) return true;
        if (op == CompareOp::Ne) return false;
    }
    if (bool result; compare_plain(left, right, op, result)) return result;
    Ref<Object> result = TRY(compare(left, right, op));
    return truth(result.get());
}

Result<Hash> hash(Object* object) {
    if (stack_is_low()) [[unlikely]]
        return raise_recursion_error(" while hashing an object");
    if (HashSlot slot = object->type->slots.hash) return slot(object);
    return raise(type_error_type, fmt::format("unhashable type: '{}'", object->type->name));
}

namespace {

/// What is left when no slot of the numbers wants to: the sequences' `+` and `*`.
NewRef operate_on_sequence(BinaryOp op, bool inplace, Object* left, Object* right) {
    const Slots &left_slots = left->type->slots, &right_slots = right->type->slots;
    return guard_memory([&]() -> NewRef {
        if (op == BinaryOp::Add) {
            if (inplace && left_slots.inplace_concat) return left_slots.inplace_concat(left, right);
            if (left_slots.concat) return left_slots.concat(left, right);
        }
        if (op == BinaryOp::Multiply) {
            if (inplace && left_slots.inplace_repeat) return repeat(left_slots.inplace_repeat, left, right);
            if (left_slots.repeat) return repeat(left_slots.repeat, left, right);
            // CPython's `*=` looks at the right operand only if the left one has nothing of a sequence.
            const bool settled = inplace && has_sequence_suite(left->type);
            if (right_slots.repeat && !settled) return repeat(right_slots.repeat, right, left);
        }
        const OperatorInfo& info = operators[static_cast<int>(op)];
        return unsupported(inplace ? info.inplace_symbol : info.symbol, left, right);
    });
}

/// The plain operator, or an in-place one whose own slot has declined.
NewRef operate(BinaryOp op, bool inplace, Object* left, Object* right) {
    const OperatorInfo& info = operators[static_cast<int>(op)];
    const Slots &left_slots = left->type->slots, &right_slots = right->type->slots;
    NewRef result = op == BinaryOp::Power
                        ? try_both(left_slots.power, right_slots.power, left->type, right->type,
                                   [&](TernarySlot slot) { return slot(left, right, &none); })
                        : try_both(left_slots.*info.slot, right_slots.*info.slot, left->type, right->type,
                                   [&](BinarySlot slot) { return slot(left, right); });
    return declined(result) ? operate_on_sequence(op, inplace, left, right) : result;
}

}  // namespace

NewRef binary_operation(BinaryOp op, Object* left, Object* right) {
    return operate(op, false, left, right);
}

NewRef operation_after_left(BinaryOp op, bool inplace, Object* left, Object* right) {
    const OperatorInfo& info = operators[static_cast<int>(op)];
    if (BinarySlot slot = right->type->slots.*info.slot; slot && right->type != left->type) {
        NewRef result = slot(left, right);
        if (!declined(result)) return result;
    }
    return operate_on_sequence(op, inplace, left, right);
}

NewRef inplace_operation(BinaryOp op, Object* left, Object* right) {
    const OperatorInfo& info = operators[static_cast<int>(op)];
    const Slots& slots = left->type->slots;
    if (op == BinaryOp::Power) {
        if (slots.inplace_power) {
            NewRef result = slots.inplace_power(left, right, &none);
            if (!declined(result)) return result;
        }
    } else if (BinarySlot slot = slots.*info.inplace) {
        NewRef result = guard_memory([&] { return slot(left, right); });
        if (!declined(result)) return result;
    }
    return operate(op, true, left, right);
}

NewRef divide_and_remainder(Object* left, Object* right) {
    NewRef result = try_both(left->type->slots.divmod, right->type->slots.divmod, left->type, right->type,
                             [&](BinarySlot slot) { return slot(left, right); });
    return declined(result) ? NewRef(unsupported("divmod()", left, right)) : result;
}

NewRef power(Object* base, Object* exponent, Object* modulus_or_none) {
    if (is_none(modulus_or_none)) return binary_operation(BinaryOp::Power, base, exponent);
    for (const Object* operand : {base, exponent, modulus_or_none}) {
        TernarySlot slot = operand->type->slots.power;
        if (!slot) continue;
        NewRef result = slot(base, exponent, modulus_or_none);
        if (!declined(result)) return result;
    }
    return raise(type_error_type,
                 fmt::format("unsupported operand type(s) for ** or pow(): '{}', '{}', '{}'", base->type->name,
                             exponent->type->name, modulus_or_none->type->name));
}

NewRef absolute(Object* operand) {
    if (UnarySlot slot = operand->type->slots.absolute) return slot(operand);
    return raise(type_error_type, fmt::format("bad operand type for abs(): '{}'", operand->type->name));
}

NewRef negative(Object* operand) { return unary(&Slots::negative, operand, "-"); }
NewRef positive(Object* operand) { return unary(&Slots::positive, operand, "+"); }
NewRef invert(Object* operand) { return unary(&Slots::invert, operand, "~"); }

Result<bool> truth(Object* object) {
    if (object == reinterpret_cast<Object*>(&true_object)) return true;
    if (object == reinterpret_cast<Object*>(&false_object) || object == &none) return false;
    if (InquirySlot slot = object->type->slots.truth) return slot(object);
    if (LengthSlot slot = object->type->slots.length) return TRY(slot(object)) > 0;
    return true;
}

namespace {

/// `cls[key]`: `type[int]`, or the class's `__class_getitem__`.
NewRef get_class_item(Object* cls, Object* key) {
    if (cls == &type_type) return new_generic_alias(cls, key);
    Ref<Object> method;
    TRY(find_attribute(cls, name<"__class_getitem__">, method));
    if (method && !is_none(method.get())) return call(method.get(), {key});
    return raise(type_error_type, fmt::format("type '{}' is not subscriptable", static_cast<Type*>(cls)->name));
}

}  // namespace

NewRef get_item(Object* container, Object* key) {
    if (BinarySlot slot = container->type->slots.get_item) return slot(container, key);
    if (IndexSlot slot = container->type->slots.item) {
        if (!is_index(key))
            return raise(type_error_type,
                         fmt::format("sequence index must be integer, not '{}'", key->type->name));
        Size index = TRY(index_size(key, &index_error_type));
        if (index < 0 && container->type->slots.length) index += TRY(length(container));
        return slot(container, index);
    }
    if (is_instance_of(container, type_type)) return get_class_item(container, key);
    return raise(type_error_type, fmt::format("'{}' object is not subscriptable", container->type->name));
}

Status set_item(Object* container, Object* key, Object* value_or_null) {
    if (SetItemSlot slot = container->type->slots.set_item) return slot(container, key, value_or_null);
    const bool by_number = has_sequence_suite(container->type) && is_index(key);
    if (by_number) TRY(index_size(key, &index_error_type));
    return raise(type_error_type, fmt::format("'{}' object {}", container->type->name,
                                              value_or_null ? "does not support item assignment"
                                              : by_number   ? "doesn't support item deletion"
                                                            : "does not support item deletion"));
}

Result<Size> length(Object* container) {
    if (LengthSlot slot = container->type->slots.length) return slot(container);
    return raise(type_error_type, fmt::format("object of type '{}' has no len()", container->type->name));
}

}  // namespace minipy
