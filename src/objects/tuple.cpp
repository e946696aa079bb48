// tuple: creation, comparison, hash, text.
//
// CPython: Objects/tupleobject.c
#include "objects/tuple.h"

#include <fmt/format.h>

#include <limits>
#include <string>

#include "memory/allocator.h"
#include "objects/errors.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str.h"

namespace minipy {
namespace {

Tuple* as_tuple(Object* object) noexcept { return static_cast<Tuple*>(object); }

std::size_t tuple_bytes(Size size) noexcept {
    return sizeof(Tuple) + static_cast<std::size_t>(size) * sizeof(Object*);
}

void tuple_dealloc(Object* self) noexcept {
    Tuple* tuple = as_tuple(self);
    untrack(tuple);
    for (Size i = tuple->size; --i >= 0;) xdecref(tuple->items()[i]);
    free_object(tuple);
}

int tuple_traverse(Object* self, Visit visit, void* context) {
    for (Object* item : as_tuple(self)->span())
        if (item)
            if (int result = visit(item, context)) return result;
    return 0;
}

NewRef tuple_repr(Object* self) {
    const Tuple* tuple = as_tuple(self);
    std::string text = "(";
    for (Size i = 0; i < tuple->size; ++i) {
        if (i) text += ", ";
        Ref<Str> item = TRY(repr((*tuple)[i]));
        text += str_utf8(item.get());
    }
    text += tuple->size == 1 ? ",)" : ")";
    return str_from_utf8(text);
}

// The xxHash-based combination of the items' hashes that CPython uses.
Result<Hash> tuple_hash(Object* self) {
    constexpr std::uint64_t prime1 = 11400714785074694791u, prime2 = 14029467366897019727u,
                            prime5 = 2870177450012600261u;
    std::uint64_t accumulator = prime5;
    const Tuple* tuple = as_tuple(self);
    for (Object* item : tuple->span()) {
        const auto lane = static_cast<std::uint64_t>(TRY(hash(item)));
        accumulator += lane * prime2;
        accumulator = (accumulator << 31) | (accumulator >> 33);
        accumulator *= prime1;
    }
    accumulator += static_cast<std::uint64_t>(tuple->size) ^ (prime5 ^ 3527539u);
    return accumulator == static_cast<std::uint64_t>(-1) ? 1546275796 : static_cast<Hash>(accumulator);
}

Result<Size> tuple_length(Object* self) { return as_tuple(self)->size; }

Result<bool> tuple_truth(Object* self) { return as_tuple(self)->size != 0; }

NewRef tuple_concat(Object* left, Object* right) {
    if (!is_tuple(right))
        return raise(type_error_type,
                     fmt::format("can only concatenate tuple (not \"{}\") to tuple", right->type->name));
    Tuple *a = as_tuple(left), *b = as_tuple(right);
    Ref<Tuple> joined = new_tuple_uninitialized(a->size + b->size);
    Object** slot = joined->items();
    for (const Tuple* part : {a, b})
        for (Object* item : part->span()) {
            incref(item);
            *slot++ = item;
        }
    return joined;
}

NewRef tuple_repeat(Object* self, Size count) {
    const Tuple* tuple = as_tuple(self);
    if (count <= 0 || tuple->size == 0) return new_tuple_uninitialized(0);
    if (count == 1 && is_exactly(self, tuple_type)) return new_ref(self);
    if (tuple->size > std::numeric_limits<Size>::max() / static_cast<Size>(sizeof(Object*)) / count - 8)
        return raise(memory_error_type, "");
    Ref<Tuple> repeated = new_tuple_uninitialized(tuple->size * count);
    Object** slot = repeated->items();
    for (Size round = 0; round < count; ++round)
        for (Object* item : tuple->span()) {
            incref(item);
            *slot++ = item;
        }
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
    const Tuple *a = as_tuple(left), *b = as_tuple(right);
    for (Size i = 0; i < a->size && i < b->size; ++i) {
        if (TRY(compare_truth((*a)[i], (*b)[i], CompareOp::Eq))) continue;
        if (op == CompareOp::Eq || op == CompareOp::Ne) return new_bool(op == CompareOp::Ne);
        return compare((*a)[i], (*b)[i], op);
    }
    switch (op) {
        case CompareOp::Lt: return new_bool(a->size < b->size);
        case CompareOp::Le: return new_bool(a->size <= b->size);
        case CompareOp::Eq: return new_bool(a->size == b->size);
        case CompareOp::Ne: return new_bool(a->size != b->size);
        case CompareOp::Gt: return new_bool(a->size > b->size);
        case CompareOp::Ge: return new_bool(a->size >= b->size);
    }
    __builtin_unreachable();
}

const TypeSpec tuple_spec = {
    .name = "tuple",
    .basic_size = sizeof(Tuple),
    .item_size = sizeof(Object*),
    .flags = type_flag::base_type | type_flag::collected | type_flag::tuple_subclass |
             type_flag::sequence_pattern | type_flag::match_self,
    .slots = {.dealloc = tuple_dealloc,
              .traverse = tuple_traverse,
              .repr = tuple_repr,
              .hash = tuple_hash,
              .compare = tuple_compare,
              .truth = tuple_truth,
              .length = tuple_length,
              .concat = tuple_concat,
              .repeat = tuple_repeat,
              .item = tuple_item},
};

}  // namespace

Type tuple_type(tuple_spec);

Ref<Tuple> new_tuple_uninitialized(Size size) {
    static Tuple* empty = nullptr;
    if (size == 0 && empty) return share(empty);
    auto* tuple = static_cast<Tuple*>(allocate_collected(tuple_bytes(size)));
    tuple->refcount = 1;
    tuple->type = &tuple_type;
    tuple->size = size;
    for (Object*& slot : std::span(tuple->items(), static_cast<std::size_t>(size))) slot = nullptr;
    if (size == 0) {
        empty = tuple;
        incref(empty);
    } else {
        track(tuple);
    }
    return Ref<Tuple>::steal(tuple);
}

Ref<Tuple> new_tuple(std::span<Object* const> items) {
    Ref<Tuple> tuple = new_tuple_uninitialized(static_cast<Size>(items.size()));
    Object** slot = tuple->items();
    for (Object* item : items) {
        incref(item);
        *slot++ = item;
    }
    return tuple;
}

}  // namespace minipy
