// map: a function's results for the items that one or more iterators give.
//
// CPython: Python/bltinmodule.c (mapobject)
#include <boost/container/small_vector.hpp>

#include "objects/arguments.h"
#include "objects/call.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/instance.h"
#include "objects/iterators.h"
#include "objects/iterators/ask_next.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

struct Map : Object {
    Object* function;
    Tuple* iterators;
};

Map* as_map(Object* self) noexcept { return static_cast<Map*>(self); }

void map_dealloc(Object* self) noexcept {
    untrack(self);
    xdecref(as_map(self)->function);
    xdecref(as_map(self)->iterators);
    free_object(self);
}

int map_traverse(Object* self, Visit visit, void* context) {
    if (as_map(self)->iterators)
        if (int result = visit(as_map(self)->iterators, context)) return result;
    return as_map(self)->function ? visit(as_map(self)->function, context) : 0;
}

NewRef make_map(Type* type, std::span<Object* const> arguments) {
    if (arguments.size() < 2) return raise(type_error_type, "map() must have at least two arguments.");
    Ref<Tuple> iterators = new_tuple_uninitialized(static_cast<Size>(arguments.size()) - 1);
    for (Size i = 0; i < iterators->size; ++i) {
        Ref<Object> iterator = TRY(iterate(arguments[static_cast<std::size_t>(i) + 1]));
        iterators->items()[i] = iterator.release();
    }
    Map* map = as_map(allocate_instance(type));
    incref(map->function = arguments[0]);
    map->iterators = iterators.release();
    return NewRef(map);
}

NewRef map_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    const bool plain = type == &map_type || type->slots.init == map_type.slots.init;
    if (plain && keywords_or_null && keywords_or_null->used)
        return raise(type_error_type, "map() takes no keyword arguments");
    return make_map(type, arguments->span());
}

/// `map(...)` without an argument tuple.
NewRef map_construct(Object* type, Object* const* arguments, Size positional, Tuple* keyword_names) {
    if (keyword_names && keyword_names->size)
        return raise(type_error_type, "map() takes no keyword arguments");
    return make_map(static_cast<Type*>(type), {arguments, static_cast<std::size_t>(positional)});
}

NewRef map_iter(Object* self) { return new_ref(self); }

NewRef map_next(Object* self) {
    const Map* map = as_map(self);
    const Tuple* iterators = map->iterators;
    boost::container::small_vector<Ref<Object>, 4> owned;
    boost::container::small_vector<Object*, 4> arguments;
    for (Object* iterator : iterators->span()) {
        Ref<Object> item = ask_next(iterator);
        if (!item) return nullptr;
        arguments.push_back(item.get());
        owned.push_back(std::move(item));
    }
    return call(map->function, arguments.data(), static_cast<Size>(arguments.size()));
}

/// (type, (function, iterator ...))
NewRef map_reduce(Object* self, Object* const*) {
    const Map* map = as_map(self);
    Ref<Tuple> arguments = new_tuple_uninitialized(map->iterators->size + 1);
    incref(arguments->items()[0] = map->function);
    for (Size i = 0; i < map->iterators->size; ++i) incref(arguments->items()[i + 1] = (*map->iterators)[i]);
    return tuple_of(self->type, arguments.get());
}

constexpr NativeDef map_methods[] = {
    {"__reduce__", map_reduce, "-($self, /)", "The state for pickling."},
};

const TypeSpec map_spec = {
    .name = "map",
    .basic_size = sizeof(Map),
    .flags = type_flag::base_type | type_flag::collected,
    .doc = "map(function, *iterables): the function's results for the items, up to the shortest iterable.",
    .slots = {.new_ = map_new,
              .dealloc = map_dealloc,
              .traverse = map_traverse,
              .construct = map_construct,
              .iter = map_iter,
              .next = map_next},
    .methods = map_methods,
};

}  // namespace

Type map_type(map_spec);

}  // namespace minipy
