// types.UnionType: the union of types, a flat tuple without duplicates.
//
// Invariant: no argument is itself a union, and there are at least two; None stands there as NoneType.
//
// CPython: Objects/unionobject.c
#include "objects/union_type.h"

#include <fmt/format.h>

#include <algorithm>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "memory/collector.h"
#include "objects/attribute.h"
#include "objects/errors.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/set.h"
#include "objects/singletons.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

Union* as_union(Object* object) noexcept { return static_cast<Union*>(object); }

void union_dealloc(Object* self) noexcept {
    untrack(self);
    decref(as_union(self)->arguments);
    xdecref(as_union(self)->parameters);
    free_object(self);
}

int union_traverse(Object* self, Visit visit, void* context) {
    if (int result = visit(as_union(self)->arguments, context)) return result;
    Tuple* parameters = as_union(self)->parameters;
    return parameters ? visit(parameters, context) : 0;
}

bool is_unionable(const Object* object) noexcept {
    return is_none(object) || is_instance_of(object, type_type) || is_generic_alias(object) || is_union(object);
}

/// Adds the argument unless it is there already. Aliases are compared by value, all else by identity.
Status add_argument(std::vector<Object*>& arguments, Object* candidate) {
    if (is_none(candidate)) candidate = &none_type;
    for (Object* present : arguments) {
        if (present == candidate) return done;
        if (is_generic_alias(present) && is_generic_alias(candidate) &&
            TRY(compare_truth(present, candidate, CompareOp::Eq)))
            return done;
    }
    arguments.push_back(candidate);
    return done;
}

NewRef make_union(std::span<Object* const> parts) {
    std::vector<Object*> arguments;
    for (Object* part : parts) {
        if (!is_union(part)) {
            TRY(add_argument(arguments, part));
            continue;
        }
        for (Object* nested : as_union(part)->arguments->span()) TRY(add_argument(arguments, nested));
    }
    if (arguments.size() == 1) return new_ref(arguments[0]);
    auto* made = new (allocate_collected(sizeof(Union))) Union{{1, &union_type}, nullptr, nullptr};
    made->arguments = new_tuple(arguments).release();
    track(made);
    return NewRef(made);
}

Result<Tuple*> parameters_of(Object* self) {
    Union* alias = as_union(self);
    if (!alias->parameters) {
        Ref<Tuple> parameters = TRY(type_parameters(alias->arguments));
        Ref<Tuple> old = Ref<Tuple>::steal(std::exchange(alias->parameters, parameters.release()));
    }
    return alias->parameters;
}

NewRef union_repr(Object* self) {
    std::string text;
    for (Object* argument : as_union(self)->arguments->span()) {
        if (!text.empty()) text += " | ";
        if (argument == &none_type)
            text += "None";
        else
            TRY(append_type_repr(text, argument));
    }
    return str_from_utf8(text);
}

Result<Hash> union_hash(Object* self) {
    Ref<Set> arguments = TRY(new_frozenset(as_union(self)->arguments->span()));
    return hash(arguments.get());
}

NewRef union_compare(Object* left, Object* right, CompareOp op) {
    if (!is_union(right) || (op != CompareOp::Eq && op != CompareOp::Ne)) return new_ref(&not_implemented);
    Ref<Set> a = TRY(new_frozenset(as_union(left)->arguments->span()));
    Ref<Set> b = TRY(new_frozenset(as_union(right)->arguments->span()));
    return compare(a.get(), b.get(), op);
}

NewRef union_get_item(Object* self, Object* item) {
    Tuple* parameters = TRY(parameters_of(self));
    Ref<Tuple> arguments = TRY(substitute_parameters(self, as_union(self)->arguments, parameters, item));
    if (arguments->size == 0) return make_union(arguments->span());
    Ref<Object> joined = share((*arguments)[0]);
    for (Size i = 1; i < arguments->size; ++i)
        joined = TRY(binary_operation(BinaryOp::Or, joined.get(), (*arguments)[i]));
    return joined;
}

/// `__module__` is that of the type, so that the union looks like a class to those who pickle or show it.
NewRef union_get_attribute(Object* self, Object* attribute) {
    if (is_str(attribute) && str_equal(static_cast<Str*>(attribute), "__module__"))
        return get_attribute(self->type, static_cast<Str*>(attribute));
    return generic_get_attribute(self, attribute);
}

NewRef get_parameters(Object* self) { return new_ref(TRY(parameters_of(self))); }

constexpr MemberDef union_members[] = {
    {"__args__", MemberKind::Object, offsetof(Union, arguments), true, nullptr},
};
constexpr GetSetDef union_getset[] = {
    {"__parameters__", get_parameters, nullptr, "The type variables among the members."},
};

const TypeSpec union_spec = {
    .name = "types.UnionType",
    .basic_size = sizeof(Union),
    .flags = type_flag::collected | type_flag::disallow_new,
    .doc = "The union of types that `int | str` makes (PEP 604).",
    .slots = {.dealloc = union_dealloc,
              .traverse = union_traverse,
              .repr = union_repr,
              .hash = union_hash,
              .compare = union_compare,
              .get_attribute = union_get_attribute,
              .bit_or = union_of,
              .get_item = union_get_item},
    .getset = union_getset,
    .members = union_members,
};

}  // namespace

Type union_type(union_spec);

NewRef union_of(Object* left, Object* right) {
    if (!is_unionable(left) || !is_unionable(right)) return new_ref(&not_implemented);
    Object* parts[] = {left, right};
    return make_union(parts);
}

}  // namespace minipy
