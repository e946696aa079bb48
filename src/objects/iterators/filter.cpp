// filter: the items for which a function says yes, or which count as true themselves.
//
// CPython: Python/bltinmodule.c (filterobject)
#include <fmt/format.h>

#include "objects/call.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/iterators.h"
#include "objects/iterators/ask_next.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

struct Filter : Object {
    Object* function;  // None and bool ask for the item's own truth
    Object* iterator;
};

Filter* as_filter(Object* self) noexcept { return static_cast<Filter*>(self); }

void filter_dealloc(Object* self) noexcept {
    untrack(self);
    xdecref(as_filter(self)->function);
    xdecref(as_filter(self)->iterator);
    free_object(self);
}

int filter_traverse(Object* self, Visit visit, void* context) {
    if (as_filter(self)->iterator)
        if (int result = visit(as_filter(self)->iterator, context)) return result;
    return as_filter(self)->function ? visit(as_filter(self)->function, context) : 0;
}

NewRef make_filter(Type* type, std::span<Object* const> arguments) {
    if (arguments.size() != 2)
        return raise(type_error_type, fmt::format("filter expected 2 arguments, got {}", arguments.size()));
    Ref<Object> iterator = TRY(iterate(arguments[1]));
    Filter* filter = as_filter(allocate_instance(type));
    incref(filter->function = arguments[0]);
    filter->iterator = iterator.release();
    return NewRef(filter);
}

NewRef filter_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    const bool plain = type == &filter_type || type->slots.init == filter_type.slots.init;
    if (plain && keywords_or_null && keywords_or_null->used)
        return raise(type_error_type, "filter() takes no keyword arguments");
    return make_filter(type, arguments->span());
}

/// `filter(...)` without an argument tuple.
NewRef filter_construct(Object* type, Object* const* arguments, Size positional, Tuple* keyword_names) {
    if (keyword_names && keyword_names->size)
        return raise(type_error_type, "filter() takes no keyword arguments");
    return make_filter(static_cast<Type*>(type), {arguments, static_cast<std::size_t>(positional)});
}

NewRef filter_iter(Object* self) { return new_ref(self); }

Result<bool> passes(Object* function, Object* item) {
    if (is_none(function) || function == &bool_type) return truth(item);
    Ref<Object> answer = TRY(call(function, {item}));
    return truth(answer.get());
}

NewRef filter_next(Object* self) {
    Object* iterator = as_filter(self)->iterator;
    while (Ref<Object> item = ask_next(iterator))
        if (TRY(passes(as_filter(self)->function, item.get()))) return item;
    return nullptr;
}

NewRef filter_reduce(Object* self, Object* const*) {
    Ref<Tuple> arguments = tuple_of(as_filter(self)->function, as_filter(self)->iterator);
    return tuple_of(self->type, arguments.get());
}

constexpr NativeDef filter_methods[] = {
    {"__reduce__", filter_reduce, "-($self, /)", "The state for pickling."},
};

const TypeSpec filter_spec = {
    .name = "filter",
    .basic_size = sizeof(Filter),
    .flags = type_flag::base_type | type_flag::collected,
    .doc = "filter(function or None, iterable): the items for which the function (or the item itself) is true.",
    .slots = {.new_ = filter_new,
              .dealloc = filter_dealloc,
              .traverse = filter_traverse,
              .construct = filter_construct,
              .iter = filter_iter,
              .next = filter_next},
    .methods = filter_methods,
};

}  // namespace

Type filter_type(filter_spec);

}  // namespace minipy
