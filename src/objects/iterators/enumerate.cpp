// enumerate: pairs of a running number and an item.
//
// The tuple given out last is used again if nobody else has kept it. Numbers are machine words until they
// leave their range; from then on `large_index` counts.
//
// CPython: Objects/enumobject.c
#include <fmt/format.h>

#include <limits>
#include <utility>

#include "objects/arguments.h"
#include "objects/errors.h"
#include "objects/index.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/iterators.h"
#include "objects/iterators/ask_next.h"
#include "objects/iterators/shared_tuple.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/union_type.h"

namespace minipy {
namespace {

struct Enumerate : Object {
    Object* iterator;
    Int* large_index;  // null as long as `index` serves
    std::int64_t index;
    Tuple* pair;
};

Enumerate* as_enumerate(Object* self) noexcept { return static_cast<Enumerate*>(self); }

void enumerate_dealloc(Object* self) noexcept {
    untrack(self);
    Enumerate* enumerate = as_enumerate(self);
    for (Object* field : {enumerate->iterator, static_cast<Object*>(enumerate->large_index),
                          static_cast<Object*>(enumerate->pair)})
        xdecref(field);
    free_object(self);
}

int enumerate_traverse(Object* self, Visit visit, void* context) {
    Enumerate* enumerate = as_enumerate(self);
    if (enumerate->iterator)
        if (int result = visit(enumerate->iterator, context)) return result;
    return enumerate->pair ? visit(enumerate->pair, context) : 0;
}

NewRef make_enumerate(Type* type, Object* iterable, Object* start_or_null) {
    std::int64_t index = 0;
    Ref<Int> large;
    if (start_or_null) {
        large = TRY(to_index(start_or_null));
        large = Ref<Int>::steal(static_cast<Int*>(int_exact(large.get()).object));
        if (large->is_small() && large->small < std::numeric_limits<std::int64_t>::max()) {
            index = large->small;
            large.reset();
        }
    }
    Ref<Object> iterator = TRY(iterate(iterable));
    auto* enumerate = static_cast<Enumerate*>(allocate_instance(type));
    enumerate->iterator = iterator.release();
    enumerate->index = index;
    enumerate->large_index = large.release();
    enumerate->pair = tuple_of(&none, &none).release();
    return NewRef(enumerate);
}

NewRef enumerate_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {"iterable", "start"};
    Object* values[2];
    TRY(bind_arguments("enumerate", names, arguments, keywords_or_null, values, 1));
    return make_enumerate(type, values[0], values[1]);
}

/// `enumerate(iterable, start)` without an argument tuple.
NewRef enumerate_construct(Object* type, Object* const* arguments, Size positional, Tuple* keyword_names) {
    const Size named = keyword_names ? keyword_names->size : 0;
    if (positional + named > 2)
        return raise(type_error_type,
                     fmt::format("enumerate() takes at most 2 arguments ({} given)", positional + named));
    Object* values[2] = {};
    for (Size i = 0; i < positional; ++i) values[i] = arguments[i];
    for (Size i = 0; i < named; ++i) {
        auto* keyword = static_cast<Str*>((*keyword_names)[i]);
        const int place = str_equal(keyword, "iterable") ? 0 : str_equal(keyword, "start") ? 1 : -1;
        const bool start_alone = place == 1 && positional + named == 1;
        if (place < 0 || values[place] || start_alone)
            return raise(type_error_type,
                         fmt::format("'{}' is an invalid keyword argument for enumerate()", str_utf8(keyword)));
        values[place] = arguments[positional + i];
    }
    if (!values[0]) return raise(type_error_type, "enumerate() missing required argument 'iterable'");
    return make_enumerate(static_cast<Type*>(type), values[0], values[1]);
}

NewRef enumerate_iter(Object* self) { return new_ref(self); }

Ref<Int> next_number(Enumerate* enumerate) {
    if (!enumerate->large_index) {
        if (enumerate->index < std::numeric_limits<std::int64_t>::max()) [[likely]]
            return new_int(enumerate->index++);
        enumerate->large_index = new_int(enumerate->index).release();
    }
    Ref<Int> number = share(enumerate->large_index), one = new_int(1);
    Ref<Object> following = TRY(int_add(number.get(), one.get()));
    decref(std::exchange(enumerate->large_index, static_cast<Int*>(following.release())));
    return number;
}

NewRef enumerate_next(Object* self) {
    Enumerate* enumerate = as_enumerate(self);
    Object* iterator = enumerate->iterator;
    Ref<Object> item = ask_next(iterator);
    if (!item) return nullptr;
    Ref<Int> number = TRY(next_number(enumerate));
    Tuple* pair = enumerate->pair;
    if (!is_unshared(pair)) return tuple_of(number.get(), item.get());
    // Our reference counts as the caller's one while old items are dropped.
    incref(pair);
    replace_item(pair, 0, number.release());
    replace_item(pair, 1, item.release());
    track_again(pair);
    return NewRef(pair);
}

NewRef enumerate_reduce(Object* self, Object* const*) {
    Enumerate* enumerate = as_enumerate(self);
    Ref<Int> index = enumerate->large_index ? share(enumerate->large_index) : new_int(enumerate->index);
    Ref<Tuple> arguments = tuple_of(enumerate->iterator, index.get());
    return tuple_of(self->type, arguments.get());
}

constexpr NativeDef enumerate_methods[] = {
    {"__reduce__", enumerate_reduce, "-($self, /)", "The state for pickling."},
    {"__class_getitem__", class_getitem, "-($type, item, /)", "See PEP 585"},
};

const TypeSpec enumerate_spec = {
    .name = "enumerate",
    .basic_size = sizeof(Enumerate),
    .flags = type_flag::base_type | type_flag::collected,
    .doc = "enumerate(iterable, start=0): pairs (number, item), counting from start.",
    .slots = {.new_ = enumerate_new,
              .dealloc = enumerate_dealloc,
              .traverse = enumerate_traverse,
              .construct = enumerate_construct,
              .iter = enumerate_iter,
              .next = enumerate_next},
    .methods = enumerate_methods,
    .signature = "(iterable, start=0)",
};

}  // namespace

Type enumerate_type(enumerate_spec);

}  // namespace minipy
