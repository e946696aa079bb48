// bool: the two ints True and False, with a text and logic of their own.
//
// Invariant: there are no other instances; `true_object` and `false_object` are compared by address.
//
// CPython: Objects/boolobject.c
#include "objects/arguments.h"
#include "objects/construct.h"
#include "objects/int.h"
#include "objects/int_slots.h"
#include "objects/protocol.h"
#include "objects/str.h"

namespace minipy {
namespace {

bool value_of(const Object* self) noexcept { return self == &true_object; }

NewRef bool_repr(Object* self) { return intern(value_of(self) ? "True" : "False"); }

/// A count that reaches zero means that somebody dropped a reference that was not theirs: restore it.
void bool_dealloc(Object* self) noexcept { self->refcount = 1; }

template <BinarySlot Slots::*int_slot, class Operation>
NewRef logic(Object* left, Object* right, Operation operation) {
    if (is_bool(left) && is_bool(right)) return new_bool(operation(value_of(left), value_of(right)));
    return (int_slots.*int_slot)(left, right);
}

NewRef bool_and(Object* left, Object* right) {
    return logic<&Slots::bit_and>(left, right, [](bool a, bool b) { return a && b; });
}

NewRef bool_or(Object* left, Object* right) {
    return logic<&Slots::bit_or>(left, right, [](bool a, bool b) { return a || b; });
}

NewRef bool_xor(Object* left, Object* right) {
    return logic<&Slots::bit_xor>(left, right, [](bool a, bool b) { return a != b; });
}

NewRef bool_new(Type*, Tuple* arguments, Dict* keywords) {
    Object* value = TRY(only_argument("bool", arguments, keywords));
    return new_bool(value && TRY(truth(value)));
}

/// `bool(object)` without tuple and dict.
NewRef bool_construct(Object* callable, Object* const* arguments, Size positional, Tuple* keyword_names) {
    if (is_one_argument(positional, keyword_names)) return new_bool(TRY(truth(arguments[0])));
    return construct_generally(callable, arguments, positional, keyword_names);
}

const TypeSpec bool_spec = {
    .name = "bool",
    .basic_size = offsetof(Int, limbs),
    .item_size = sizeof(std::uint64_t),
    .flags = type_flag::int_subclass | type_flag::match_self,
    .base = &int_type,
    .doc = "bool(x) -> bool\n\nTrue if x counts as true, else False. There are no other instances.",
    .slots = {.new_ = bool_new,
              .dealloc = bool_dealloc,
              .repr = bool_repr,
              .construct = bool_construct,
              .bit_and = bool_and,
              .bit_xor = bool_xor,
              .bit_or = bool_or},
};

/// With the slots of int already there: the compiler folds constants before any type is made ready.
Type make_bool_type() noexcept {
    Type type(bool_spec);
    type.slots = int_slots;
    type.slots.new_ = bool_new;
    type.slots.dealloc = bool_dealloc;
    type.slots.repr = bool_repr;
    type.slots.construct = bool_construct;
    type.slots.bit_and = bool_and;
    type.slots.bit_xor = bool_xor;
    type.slots.bit_or = bool_or;
    return type;
}

}  // namespace

Type bool_type = make_bool_type();

constinit Int true_object{{1, &bool_type}, 0, {1}};
constinit Int false_object{{1, &bool_type}, 0, {0}};

}  // namespace minipy
