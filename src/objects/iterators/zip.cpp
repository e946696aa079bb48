// zip: tuples of the items that several iterators give at the same time.
//
// The tuple given out last is used again if nobody else has kept it. With `strict` an iterator that ends alone
// is an error, which names it by its position.
//
// CPython: Python/bltinmodule.c (zipobject)
#include <fmt/format.h>

#include "objects/call.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/iterators.h"
#include "objects/iterators/ask_next.h"
#include "objects/iterators/shared_tuple.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/singletons.h"

namespace minipy {
namespace {

struct Zip : Object {
    Tuple* iterators;
    Tuple* result;
    bool strict;
};

Zip* as_zip(Object* self) noexcept { return static_cast<Zip*>(self); }

void zip_dealloc(Object* self) noexcept {
    untrack(self);
    xdecref(as_zip(self)->iterators);
    xdecref(as_zip(self)->result);
    free_object(self);
}

int zip_traverse(Object* self, Visit visit, void* context) {
    if (as_zip(self)->iterators)
        if (int result = visit(as_zip(self)->iterators, context)) return result;
    return as_zip(self)->result ? visit(as_zip(self)->result, context) : 0;
}

NewRef make_zip(Type* type, std::span<Object* const> iterables, bool strict) {
    const auto count = static_cast<Size>(iterables.size());
    Ref<Tuple> iterators = new_tuple_uninitialized(count), result = new_tuple_uninitialized(count);
    for (Size i = 0; i < count; ++i) {
        Ref<Object> iterator = TRY(iterate(iterables[static_cast<std::size_t>(i)]));
        iterators->items()[i] = iterator.release();
        incref(result->items()[i] = &none);
    }
    Zip* zip = as_zip(allocate_instance(type));
    zip->iterators = iterators.release();
    zip->result = result.release();
    zip->strict = strict;
    return NewRef(zip);
}

/// The value of the only keyword, `strict`.
Result<bool> strict_keyword(Str* keyword, Object* value) {
    if (!str_equal(keyword, "strict"))
        return raise(type_error_type,
                     fmt::format("'{}' is an invalid keyword argument for zip()", str_utf8(keyword)));
    return truth(value);
}

Failure too_many_keywords(Size count) {
    return raise(type_error_type, fmt::format("zip() takes at most 1 keyword argument ({} given)", count));
}

NewRef zip_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    bool strict = false;
    if (keywords_or_null) {
        if (keywords_or_null->used > 1) return too_many_keywords(keywords_or_null->used);
        Size position = 0;
        Object *key, *value;
        while (dict_next(keywords_or_null, position, key, value))
            strict = TRY(strict_keyword(static_cast<Str*>(key), value));
    }
    return make_zip(type, arguments->span(), strict);
}

/// `zip(...)` without an argument tuple.
NewRef zip_construct(Object* type, Object* const* arguments, Size positional, Tuple* keyword_names) {
    const Size named = keyword_names ? keyword_names->size : 0;
    if (named > 1) return too_many_keywords(named);
    const bool strict =
        named && TRY(strict_keyword(static_cast<Str*>((*keyword_names)[0]), arguments[positional]));
    return make_zip(static_cast<Type*>(type), {arguments, static_cast<std::size_t>(positional)}, strict);
}

NewRef zip_iter(Object* self) { return new_ref(self); }

/// The strict zip's error about the argument at `index` against those in front of it.
Failure length_mismatch(Size index, const char* relation) {
    return raise(value_error_type, fmt::format("zip() argument {} is {} than argument{}{}", index + 1, relation,
                                               index == 1 ? " " : "s 1-", index));
}

/// Iterator `ended` has nothing more: fine if all others have nothing either.
NewRef check_lengths(Tuple* iterators, Size ended) {
    if (pending_exception()) {
        if (!pending_matches(stop_iteration_type)) return failed;
        clear_exception();
    }
    if (ended) return length_mismatch(ended, "shorter");
    for (Size i = 1; i < iterators->size; ++i) {
        Ref<Object> item = next((*iterators)[i]);
        if (item) return length_mismatch(i, "longer");
        if (pending_exception()) return failed;
    }
    return nullptr;
}

NewRef zip_next(Object* self) {
    Zip* zip = as_zip(self);
    Tuple* iterators = zip->iterators;
    const Size count = iterators->size;
    if (count == 0) return nullptr;
    Ref<Tuple> result = is_unshared(zip->result) ? share(zip->result) : new_tuple_uninitialized(count);
    for (Size i = 0; i < count; ++i) {
        Object* iterator = (*iterators)[i];
        NewRef item = ask_next(iterator);
        if (!item) return zip->strict ? check_lengths(iterators, i) : NewRef(nullptr);
        replace_item(result.get(), i, item.object);
    }
    track_again(result.get());
    return result;
}

NewRef zip_reduce(Object* self, Object* const*) {
    const Zip* zip = as_zip(self);
    if (!zip->strict) return tuple_of(self->type, zip->iterators);
    Ref<Object> strict = new_bool(true);
    return tuple_of(self->type, zip->iterators, strict.get());
}

NewRef zip_setstate(Object* self, Object* const* arguments) {
    as_zip(self)->strict = TRY(truth(arguments[0]));
    return new_none();
}

constexpr NativeDef zip_methods[] = {
    {"__reduce__", zip_reduce, "-($self, /)", "The state for pickling."},
    {"__setstate__", zip_setstate, "-($self, state, /)", "Sets whether the zip is strict."},
};

const TypeSpec zip_spec = {
    .name = "zip",
    .basic_size = sizeof(Zip),
    .flags = type_flag::base_type | type_flag::collected,
    .doc =
        "zip(*iterables, strict=False): tuples of the items at the same place, up to the shortest iterable.\n"
        "With strict, iterables of different lengths raise ValueError.\n\n"
        ">>> list(zip('ab', (1, 2)))\n[('a', 1), ('b', 2)]",
    .slots = {.new_ = zip_new,
              .dealloc = zip_dealloc,
              .traverse = zip_traverse,
              .construct = zip_construct,
              .iter = zip_iter,
              .next = zip_next},
    .methods = zip_methods,
};

}  // namespace

Type zip_type(zip_spec);

}  // namespace minipy
