// tuple: memory, comparison, hash, text, operators, the type itself.
//
// The empty tuple is one shared object. Invariant: nobody sees a tuple before its slots are filled, so its
// items never change, and no item needs to be owned while it is compared or shown.
//
// CPython: Objects/tupleobject.c
#include <fmt/format.h>

#include <limits>

#include "memory/collector.h"
#include "objects/call.h"
#include "objects/errors.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/memory_guard.h"
#include "objects/plain_keys.h"
#include "objects/protocol.h"
#include "objects/repr_guard.h"
#include "objects/sequence_compare.h"
#include "objects/singletons.h"
#include "objects/str_builder.h"
#include "objects/tuple/tuple_internal.h"

namespace minipy {
namespace {

constexpr Size max_items = std::numeric_limits<Size>::max() / static_cast<Size>(sizeof(Object*)) - 8;

std::size_t tuple_bytes(Size size) noexcept {
    return sizeof(Tuple) + static_cast<std::size_t>(size) * sizeof(Object*);
}

NewRef tuple_repr(Object* self) {
    const Tuple* tuple = as_tuple(self);
    if (tuple->size == 0) return str_from_utf8("()");
    ReprGuard guard(self);
    if (guard.failed()) return failed;
    if (guard.nested()) return str_from_utf8("(...)");
    StrBuilder text;
    text.append_ascii("(");
    for (Size i = 0; i < tuple->size; ++i) {
        if (i) text.append_ascii(", ");
        text.append(TRY(repr((*tuple)[i])).get());
    }
    text.append_ascii(tuple->size == 1 ? ",)" : ")");
    return text.finish();
}

// The xxHash-based combination of the items' hashes that CPython uses.
Result<Hash> tuple_hash(Object* self) {
    constexpr std::uint64_t prime1 = 11400714785074694791u, prime2 = 14029467366897019727u,
                            prime5 = 2870177450012600261u;
    std::uint64_t accumulator = prime5;
    const Tuple* tuple = as_tuple(self);
    for (Object* item : tuple->span()) {
        const auto lane = static_cast<std::uint64_t>(TRY(key_hash(item)));
        accumulator += lane * prime2;
        accumulator = (accumulator << 31) | (accumulator >> 33);
        accumulator *= prime1;
    }
    accumulator += static_cast<std::uint64_t>(tuple->size) ^ (prime5 ^ 3527539u);
    return accumulator == static_cast<std::uint64_t>(-1) ? 1546275796 : static_cast<Hash>(accumulator);
}

Result<Size> tuple_length(Object* self) { return as_tuple(self)->size; }

Result<bool> tuple_contains(Object* self, Object* wanted) {
    for (Object* item : as_tuple(self)->span())
        if (TRY(compare_truth(item, wanted, CompareOp::Eq))) return true;
    return false;
}

NewRef tuple_concat(Object* left, Object* right) {
    if (!is_tuple(right))
        return raise(type_error_type,
                     fmt::format("can only concatenate tuple (not \"{}\") to tuple", right->type->name));
    Tuple *a = as_tuple(left), *b = as_tuple(right);
    if (a->size == 0 && is_exactly(b, tuple_type)) return new_ref(b);
    if (b->size == 0 && is_exactly(a, tuple_type)) return new_ref(a);
    if (a->size > max_items - b->size) return raise(memory_error_type);
    Ref<Tuple> joined = TRY(guard_memory([&] { return new_tuple_uninitialized(a->size + b->size); }));
    Object** slot = joined->items();
    for (const Tuple* part : {a, b})
        for (Object* item : part->span()) incref(*slot++ = item);
    return joined;
}

NewRef tuple_repeat(Object* self, Size count) {
    const Tuple* tuple = as_tuple(self);
    if (is_exactly(self, tuple_type) && (count == 1 || tuple->size == 0)) return new_ref(self);
    if (count <= 0 || tuple->size == 0) return new_tuple_uninitialized(0);
    if (tuple->size > max_items / count) return raise(memory_error_type);
    Ref<Tuple> repeated = TRY(guard_memory([&] { return new_tuple_uninitialized(tuple->size * count); }));
    Object** slot = repeated->items();
    for (Size round = 0; round < count; ++round)
        for (Object* item : tuple->span()) incref(*slot++ = item);
    return repeated;
}

NewRef tuple_item(Object* self, Size index) {
    const Tuple* tuple = as_tuple(self);
    if (index < 0 || index >= tuple->size) return raise(index_error_type, "tuple index out of range");
    return new_ref((*tuple)[index]);
}

// The first items that differ decide; of equal beginnings the shorter tuple is the lesser.
NewRef tuple_compare(Object* left, Object* right, CompareOp op) {
    if (!is_tuple(left) || !is_tuple(right)) return new_ref(&not_implemented);
    RecursionGuard guard(" in comparison");
    if (!guard.entered()) return failed;
    const Tuple *a = as_tuple(left), *b = as_tuple(right);
    for (Size i = 0; i < a->size && i < b->size; ++i) {
        if (TRY(are_items_equal((*a)[i], (*b)[i]))) continue;
        if (op == CompareOp::Eq || op == CompareOp::Ne) return new_bool(op == CompareOp::Ne);
        return compare((*a)[i], (*b)[i], op);
    }
    return compare_sizes(a->size, b->size, op);
}

const TypeSpec tuple_spec = {
    .name = "tuple",
    .basic_size = sizeof(Tuple),
    .item_size = sizeof(Object*),
    .flags = type_flag::base_type | type_flag::collected | type_flag::tuple_subclass |
             type_flag::sequence_pattern | type_flag::match_self,
    .doc = "An immutable sequence; tuple(iterable) takes the items of an iterable.",
    .slots = {.new_ = tuple_new,
              .dealloc = tuple_dealloc,
              .traverse = tuple_traverse,
              .repr = tuple_repr,
              .hash = tuple_hash,
              .compare = tuple_compare,
              .construct = tuple_construct,
              .iter = tuple_iter,
              .length = tuple_length,
              .get_item = tuple_get_item,
              .contains = tuple_contains,
              .concat = tuple_concat,
              .repeat = tuple_repeat,
              .item = tuple_item},
    .methods = tuple_methods,
    .signature = "(iterable=(), /)",
};

}  // namespace

Type tuple_type(tuple_spec);

void tuple_dealloc(Object* self) noexcept {
    Tuple* tuple = as_tuple(self);
    untrack(tuple);
    for (Size i = tuple->size; --i >= 0;) xdecref(tuple->items()[i]);
    if (is_exactly(tuple, tuple_type)) return release_collected(tuple, tuple_bytes(tuple->size));
    free_object(tuple);
}

/// From the end, as CPython's collector sees them.
int tuple_traverse(Object* self, Visit visit, void* context) {
    const auto items = as_tuple(self)->span();
    for (std::size_t i = items.size(); i-- > 0;)
        if (items[i])
            if (int result = visit(items[i], context)) return result;
    return 0;
}

namespace {

Tuple* empty_tuple() {
    static Tuple* const empty = [] {
        auto* tuple = static_cast<Tuple*>(allocate_collected(tuple_bytes(0)));
        tuple->type = &tuple_type;
        tuple->size = 0;
        tuple->refcount = 1;
        return tuple;
    }();
    incref(empty);
    return empty;
}

/// A tuple of that size whose items the caller fills in before anything else happens.
Tuple* tuple_of_size(Size size) {
    if (size == 0) return empty_tuple();
    auto* tuple = static_cast<Tuple*>(allocate_collected(tuple_bytes(size)));
    tuple->refcount = 1;
    tuple->type = &tuple_type;
    tuple->size = size;
    track(tuple);
    return tuple;
}

}  // namespace

Ref<Tuple> new_tuple_uninitialized(Size size) {
    Tuple* tuple = tuple_of_size(size);
    for (Size i = 0; i < size; ++i) tuple->items()[i] = nullptr;
    return Ref<Tuple>::steal(tuple);
}

Ref<Tuple> new_tuple(std::span<Object* const> items) {
    Tuple* tuple = tuple_of_size(static_cast<Size>(items.size()));
    Object** slot = tuple->items();
    for (Object* item : items) incref(*slot++ = item);
    return Ref<Tuple>::steal(tuple);
}

Ref<Tuple> tuple_of_owned(std::span<Object* const> items) {
    Tuple* tuple = tuple_of_size(static_cast<Size>(items.size()));
    Object** slot = tuple->items();
    for (Object* item : items) *slot++ = item;
    return Ref<Tuple>::steal(tuple);
}

Ref<Tuple> tuple_cut(Tuple* tuple, Stretch part) {
    if (part.count == tuple->size && is_exactly(tuple, tuple_type)) return share(tuple);
    return new_tuple({tuple->items() + part.start, static_cast<std::size_t>(part.count)});
}

}  // namespace minipy
