// dropwhile, takewhile, filterfalse, starmap, compress: one item of the source after the other, let through,
// held back or handed to a function.
//
// CPython: Modules/itertoolsmodule.c
#include "modules/itertools/itertools.h"
#include "modules/support.h"
#include "objects/arguments.h"
#include "objects/call.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/singletons.h"

namespace minipy {
namespace {

/// A function with the iterator that it is applied to; `flag`: dropwhile is past its start, takewhile at its
/// end.
struct FunctionIterator : Object {
    Object* function;
    Object* source;
    bool flag;
};

using FunctionIteratorLife =
    OwnedFields<FunctionIterator, &FunctionIterator::function, &FunctionIterator::source>;

FunctionIterator* as_iterator(Object* self) noexcept { return static_cast<FunctionIterator*>(self); }

NewRef function_iterator_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    TRY(no_keywords(type, keywords_or_null));
    TRY(check_count(short_name(type), arguments->size, 2, 2));
    Ref<Object> source = TRY(iterate((*arguments)[1]));
    auto* made = static_cast<FunctionIterator*>(allocate_instance(type));
    made->function = share((*arguments)[0]).release();
    made->source = source.release();
    return NewRef(made);
}

Result<bool> holds_for(Object* predicate, Object* item) {
    Ref<Object> verdict = TRY(call(predicate, {item}));
    return truth(verdict.get());
}

NewRef dropwhile_next(Object* self) {
    FunctionIterator* iterator = as_iterator(self);
    for (;;) {
        Ref<Object> item = next(iterator->source);
        if (!item || iterator->flag) return item;
        if (!TRY(holds_for(iterator->function, item.get()))) {
            iterator->flag = true;
            return item;
        }
    }
}

NewRef takewhile_next(Object* self) {
    FunctionIterator* iterator = as_iterator(self);
    if (iterator->flag) return nullptr;
    Ref<Object> item = next(iterator->source);
    if (!item) return nullptr;
    if (TRY(holds_for(iterator->function, item.get()))) return item;
    iterator->flag = true;
    return nullptr;
}

/// None and bool as the predicate mean the item's own truth.
NewRef filterfalse_next(Object* self) {
    FunctionIterator* iterator = as_iterator(self);
    const bool plain = is_none(iterator->function) || iterator->function == &bool_type;
    for (;;) {
        Ref<Object> item = next(iterator->source);
        if (!item) return nullptr;
        const bool good = TRY(plain ? truth(item.get()) : holds_for(iterator->function, item.get()));
        if (!good) return item;
    }
}

NewRef starmap_next(Object* self) {
    FunctionIterator* iterator = as_iterator(self);
    Ref<Object> item = next(iterator->source);
    if (!item) return nullptr;
    Ref<Tuple> arguments = TRY(sequence_to_tuple(item.get()));
    return call(iterator->function, arguments->items(), arguments->size);
}

NewRef function_iterator_reduce(Object* self, Object* const*) {
    Ref<Tuple> arguments = pack({as_iterator(self)->function, as_iterator(self)->source});
    return pack({self->type, arguments.get()});
}

NewRef flagged_reduce(Object* self, Object* const*) {
    Ref<Tuple> arguments = pack({as_iterator(self)->function, as_iterator(self)->source});
    Ref<Int> flag = new_int(as_iterator(self)->flag);
    return pack({self->type, arguments.get(), flag.get()});
}

NewRef flagged_setstate(Object* self, Object* const* arguments) {
    as_iterator(self)->flag = TRY(truth(arguments[0]));
    return new_none();
}

constexpr NativeDef flagged_methods[] = {
    {"__reduce__", flagged_reduce, "-($self)", "What pickle needs to make the object again."},
    {"__setstate__", flagged_setstate, "-($self, state, /)", "Takes what __reduce__ gave."},
};
constexpr NativeDef plain_methods[] = {
    {"__reduce__", function_iterator_reduce, "-($self)", "What pickle needs to make the object again."},
};

/// The description that the four types have in common.
constexpr TypeSpec function_iterator_spec(const char* name, const char* signature, const char* doc,
                                          UnarySlot next, std::span<const NativeDef> methods) {
    return {
        .name = name,
        .basic_size = sizeof(FunctionIterator),
        .flags = type_flag::base_type | type_flag::collected,
        .doc = doc,
        .slots = {.new_ = function_iterator_new,
                  .dealloc = FunctionIteratorLife::dealloc,
                  .traverse = FunctionIteratorLife::traverse,
                  .clear = FunctionIteratorLife::clear,
                  .iter = iter_self,
                  .next = next},
        .methods = methods,
        .signature = signature,
    };
}

const TypeSpec dropwhile_spec = function_iterator_spec(
    "itertools.dropwhile", "(predicate, iterable, /)",
    "Items from the first one on for which the predicate is false.",
    dropwhile_next, flagged_methods);
const TypeSpec takewhile_spec = function_iterator_spec(
    "itertools.takewhile", "(predicate, iterable, /)",
    "Items up to the first one for which the predicate is false.",
    takewhile_next, flagged_methods);
const TypeSpec filterfalse_spec = function_iterator_spec(
    "itertools.filterfalse", "(function, iterable, /)", "Items for which the function is false.",
    filterfalse_next, plain_methods);
const TypeSpec starmap_spec = function_iterator_spec(
    "itertools.starmap", "(function, iterable, /)",
    "The function's results, each item unpacked as its arguments.",
    starmap_next, plain_methods);

// --- compress

struct Compress : Object {
    Object* data;
    Object* selectors;
};

using CompressLife = OwnedFields<Compress, &Compress::data, &Compress::selectors>;

NewRef compress_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {"data", "selectors"};
    Object* bound[2];
    TRY(bind_arguments("compress", names, arguments, keywords_or_null, bound, 2));
    Ref<Object> data = TRY(iterate(bound[0]));
    Ref<Object> selectors = TRY(iterate(bound[1]));
    auto* made = static_cast<Compress*>(allocate_instance(type));
    made->data = data.release();
    made->selectors = selectors.release();
    return NewRef(made);
}

NewRef compress_next(Object* self) {
    auto* iterator = static_cast<Compress*>(self);
    for (;;) {
        Ref<Object> item = next(iterator->data);
        if (!item) return nullptr;
        Ref<Object> selector = next(iterator->selectors);
        if (!selector) return nullptr;
        if (TRY(truth(selector.get()))) return item;
    }
}

NewRef compress_reduce(Object* self, Object* const*) {
    auto* iterator = static_cast<Compress*>(self);
    Ref<Tuple> arguments = pack({iterator->data, iterator->selectors});
    return pack({self->type, arguments.get()});
}

constexpr NativeDef compress_methods[] = {
    {"__reduce__", compress_reduce, "-($self)", "What pickle needs to make the object again."},
};

const TypeSpec compress_spec = {
    .name = "itertools.compress",
    .basic_size = sizeof(Compress),
    .flags = type_flag::base_type | type_flag::collected,
    .doc = "The items of data whose selector is true.",
    .slots = {.new_ = compress_new,
              .dealloc = CompressLife::dealloc,
              .traverse = CompressLife::traverse,
              .clear = CompressLife::clear,
              .iter = iter_self,
              .next = compress_next},
    .methods = compress_methods,
    .signature = "(data, selectors)",
};

}  // namespace

Type dropwhile_type(dropwhile_spec);
Type takewhile_type(takewhile_spec);
Type filterfalse_type(filterfalse_spec);
Type starmap_type(starmap_spec);
Type compress_type(compress_spec);

}  // namespace minipy
