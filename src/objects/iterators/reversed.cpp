// reversed: a sequence from its last item to its first, unless its type knows better (`__reversed__`).
//
// CPython: Objects/enumobject.c (reversedobject)
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "objects/arguments.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/index.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/iterators.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

struct Reversed : Object {
    Object* sequence;  // null once exhausted
    Size index;        // of the item to give next
};

Reversed* as_reversed(Object* self) noexcept { return static_cast<Reversed*>(self); }

void reversed_dealloc(Object* self) noexcept {
    untrack(self);
    xdecref(as_reversed(self)->sequence);
    free_object(self);
}

int reversed_traverse(Object* self, Visit visit, void* context) {
    return as_reversed(self)->sequence ? visit(as_reversed(self)->sequence, context) : 0;
}

Failure not_reversible(const Object* object) {
    return raise(type_error_type, fmt::format("'{}' object is not reversible", object->type->name));
}

NewRef make_reversed(Type* type, std::span<Object* const> arguments) {
    if (arguments.size() != 1)
        return raise(type_error_type, fmt::format("reversed expected 1 argument, got {}", arguments.size()));
    Object* sequence = arguments[0];
    if (type_lookup(sequence->type, name<"__reversed__">) == &none) return not_reversible(sequence);
    Ref<Object> hook = lookup_special(sequence, name<"__reversed__">);
    if (hook) return call(hook.get(), {});
    if (pending_exception()) return failed;
    if (!is_sequence(sequence)) return not_reversible(sequence);
    const Size size = TRY(length(sequence));
    Reversed* reversed = as_reversed(allocate_instance(type));
    incref(reversed->sequence = sequence);
    reversed->index = size - 1;
    return NewRef(reversed);
}

NewRef reversed_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    const bool plain = type == &reversed_type || type->slots.init == reversed_type.slots.init;
    if (plain && keywords_or_null && keywords_or_null->used)
        return raise(type_error_type, "reversed() takes no keyword arguments");
    return make_reversed(type, arguments->span());
}

/// `reversed(...)` without an argument tuple.
NewRef reversed_construct(Object* type, Object* const* arguments, Size positional, Tuple* keyword_names) {
    if (keyword_names && keyword_names->size)
        return raise(type_error_type, "reversed() takes no keyword arguments");
    return make_reversed(static_cast<Type*>(type), {arguments, static_cast<std::size_t>(positional)});
}

NewRef reversed_iter(Object* self) { return new_ref(self); }

NewRef reversed_next(Object* self) {
    Reversed* reversed = as_reversed(self);
    if (reversed->index >= 0) {
        Ref<Object> sequence = share(reversed->sequence);
        Ref<Int> index = new_int(reversed->index);
        NewRef item = get_item(sequence.get(), index.get());
        if (item) {
            --reversed->index;
            return item;
        }
        if (!pending_matches(index_error_type) && !pending_matches(stop_iteration_type)) return failed;
        clear_exception();
    }
    reversed->index = -1;
    xdecref(std::exchange(reversed->sequence, nullptr));
    return nullptr;
}

NewRef reversed_length_hint(Object* self, Object* const*) {
    const Reversed* reversed = as_reversed(self);
    if (!reversed->sequence) return new_int(0);
    const Size size = TRY(length(reversed->sequence)), left = reversed->index + 1;
    return new_int(size < left ? 0 : left);
}

NewRef reversed_reduce(Object* self, Object* const*) {
    const Reversed* reversed = as_reversed(self);
    if (!reversed->sequence) {
        Ref<Tuple> arguments = tuple_of(new_tuple_uninitialized(0).get());
        return tuple_of(self->type, arguments.get());
    }
    Ref<Tuple> arguments = tuple_of(reversed->sequence);
    Ref<Int> index = new_int(reversed->index);
    return tuple_of(self->type, arguments.get(), index.get());
}

NewRef reversed_setstate(Object* self, Object* const* arguments) {
    Reversed* reversed = as_reversed(self);
    if (!is_int(arguments[0])) return raise(type_error_type, "an integer is required");
    const Size index = TRY(argument_size(arguments[0]));
    if (!reversed->sequence) return new_none();
    const Size size = TRY(length(reversed->sequence));
    reversed->index = std::clamp<Size>(index, -1, size - 1);
    return new_none();
}

constexpr NativeDef reversed_methods[] = {
    {"__length_hint__", reversed_length_hint, "-($self, /)", "How many items are left."},
    {"__reduce__", reversed_reduce, "-($self, /)", "The state for pickling."},
    {"__setstate__", reversed_setstate, "-($self, state, /)", "Sets the position."},
};

const TypeSpec reversed_spec = {
    .name = "reversed",
    .basic_size = sizeof(Reversed),
    .flags = type_flag::base_type | type_flag::collected,
    .doc = "reversed(sequence): an iterator from the last item to the first.",
    .slots = {.new_ = reversed_new,
              .dealloc = reversed_dealloc,
              .traverse = reversed_traverse,
              .construct = reversed_construct,
              .iter = reversed_iter,
              .next = reversed_next},
    .methods = reversed_methods,
    .signature = "(sequence, /)",
};

}  // namespace

Type reversed_type(reversed_spec);

}  // namespace minipy
