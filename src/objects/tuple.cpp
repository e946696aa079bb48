// tuple: creation, comparison, hash, text.
//
// CPython: Objects/tupleobject.c
#include "objects/tuple.h"

#include <string>

#include "memory/allocator.h"
#include "objects/protocol.h"
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
    release_collected(tuple, tuple_bytes(tuple->size));
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
              .truth = tuple_truth,
              .length = tuple_length,
              .concat = tuple_concat},
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
