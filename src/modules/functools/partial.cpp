// partial: a callable with its first arguments and some keywords given already.
//
// Invariant: `function` is never a plain partial itself: partial(partial(f, 1), 2) is made as partial(f, 1, 2).
//
// CPython: Modules/_functoolsmodule.c (partialobject)
#include <boost/container/small_vector.hpp>

#include "modules/functools/functools.h"
#include "modules/support.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/instance.h"
#include "objects/protocol.h"
#include "objects/repr_guard.h"
#include "objects/singletons.h"
#include "objects/str_builder.h"
#include "objects/union_type.h"
#include "objects/weak_reference.h"

namespace minipy {
namespace {

struct Partial : Object {
    Object* function;
    Tuple* arguments;
    Dict* keywords;
    Dict* dict;  // or null
    Object* weak_references;
};

using PartialFields =
    OwnedFields<Partial, &Partial::function, &Partial::arguments, &Partial::keywords, &Partial::dict>;

Partial* as_partial(Object* self) noexcept { return static_cast<Partial*>(self); }

void partial_dealloc(Object* self) noexcept {
    untrack(self);
    clear_weak_references(self);
    PartialFields::clear(self);
    free_object(self);
}

Ref<Tuple> joined(Tuple* left, std::span<Object* const> right) {
    if (left->size == 0) return new_tuple(right);
    Ref<Tuple> both = new_tuple_uninitialized(left->size + static_cast<Size>(right.size()));
    Object** slot = both->items();
    for (Object* item : left->span()) *slot++ = share(item).release();
    for (Object* item : right) *slot++ = share(item).release();
    return both;
}

/// A dict of its own with both keywords; the second ones win.
Ref<Dict> merged(Dict* first_or_null, Dict* second_or_null) {
    Ref<Dict> all = first_or_null ? dict_copy(first_or_null) : new_dict();
    if (!all) return failed;
    if (second_or_null) TRY(dict_update(all.get(), second_or_null));
    return all;
}

NewRef partial_call(Object* self, Object* const* arguments, Size positional, Tuple* keyword_names) {
    const Partial* partial = as_partial(self);
    Ref<Object> keep = share(self);
    if (!has_keywords(partial->keywords)) {
        const Size total = positional + (keyword_names ? keyword_names->size : 0);
        boost::container::small_vector<Object*, 8> all(partial->arguments->items(),
                                                       partial->arguments->items() + partial->arguments->size);
        all.insert(all.end(), arguments, arguments + total);
        return call(partial->function, all.data(), partial->arguments->size + positional, keyword_names);
    }
    Ref<Tuple> all = joined(partial->arguments, {arguments, static_cast<std::size_t>(positional)});
    Ref<Dict> given = TRY(keywords_as_dict(arguments + positional, keyword_names));
    Ref<Dict> keywords = TRY(merged(partial->keywords, given.get()));
    return call_with_dict(partial->function, all.get(), keywords.get());
}

NewRef partial_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    if (arguments->size < 1) return raise(type_error_type, "type 'partial' takes at least one argument");
    Object* function = (*arguments)[0];
    Tuple* first_arguments = nullptr;
    Dict* first_keywords = nullptr;
    if (function->type->slots.vectorcall == partial_call && !as_partial(function)->dict) {
        const Partial* inner = as_partial(function);
        first_arguments = inner->arguments;
        first_keywords = inner->keywords;
        function = inner->function;
    }
    if (!is_callable(function)) return raise(type_error_type, "the first argument must be callable");
    const std::span<Object* const> rest = arguments->span().subspan(1);
    Ref<Tuple> all = first_arguments ? joined(first_arguments, rest) : new_tuple(rest);
    Ref<Dict> keywords = TRY(merged(first_keywords, keywords_or_null));
    auto* made = static_cast<Partial*>(allocate_instance(type));
    made->function = share(function).release();
    made->arguments = all.release();
    made->keywords = keywords.release();
    return NewRef(made);
}

NewRef partial_repr(Object* self) {
    ReprGuard guard(self);
    if (guard.failed()) return failed;
    if (guard.nested()) return str_from_utf8("...");
    Ref<Object> keep_function = share(as_partial(self)->function);
    Ref<Tuple> arguments = share(as_partial(self)->arguments);
    Ref<Dict> keywords = TRY(dict_copy(as_partial(self)->keywords));
    StrBuilder text;
    text.append_utf8(self->type->name);
    text.append_ascii("(");
    text.append(TRY(repr(keep_function.get())).get());
    for (Object* argument : arguments->span()) {
        text.append_ascii(", ");
        text.append(TRY(repr(argument)).get());
    }
    Size position = 0;
    Object *key, *value;
    while (dict_next(keywords.get(), position, key, value)) {
        text.append_ascii(", ");
        text.append(TRY(to_str(key)).get());
        text.append_ascii("=");
        text.append(TRY(repr(value)).get());
    }
    text.append_ascii(")");
    return text.finish();
}

NewRef partial_reduce(Object* self, Object* const*) {
    const Partial* partial = as_partial(self);
    Ref<Tuple> arguments = pack({partial->function});
    Object* dict = partial->dict ? static_cast<Object*>(partial->dict) : &none;
    Ref<Tuple> state = pack({partial->function, partial->arguments, partial->keywords, dict});
    return pack({self->type, arguments.get(), state.get()});
}

bool is_partial_state(Object* state) noexcept {
    if (!is_tuple(state) || static_cast<Tuple*>(state)->size != 4) return false;
    const Tuple& parts = *static_cast<Tuple*>(state);
    return is_callable(parts[0]) && is_tuple(parts[1]) && (is_none(parts[2]) || is_dict(parts[2]));
}

NewRef partial_setstate(Object* self, Object* const* arguments) {
    if (!is_partial_state(arguments[0])) return raise(type_error_type, "invalid partial state");
    const Tuple& parts = *static_cast<Tuple*>(arguments[0]);
    Ref<Tuple> values = is_exactly(parts[1], tuple_type) ? share(static_cast<Tuple*>(parts[1]))
                                                         : new_tuple(static_cast<Tuple*>(parts[1])->span());
    Ref<Dict> keywords;
    if (is_exactly(parts[2], dict_type))
        keywords = share(static_cast<Dict*>(parts[2]));
    else
        keywords = TRY(merged(nullptr, is_none(parts[2]) ? nullptr : static_cast<Dict*>(parts[2])));
    Partial* partial = as_partial(self);
    Ref<Dict> dict;
    if (!is_none(parts[3])) dict = share(static_cast<Dict*>(parts[3]));
    replace_field(partial->function, share(parts[0]));
    replace_field(partial->arguments, std::move(values));
    replace_field(partial->keywords, std::move(keywords));
    replace_field(partial->dict, std::move(dict));
    return new_none();
}

constexpr NativeDef partial_methods[] = {
    {"__reduce__", partial_reduce, "-($self)", nullptr},
    {"__setstate__", partial_setstate, "-($self, state, /)", nullptr},
    {"__class_getitem__", class_getitem, "-($type, item, /)", "See PEP 585"},
};
constexpr GetSetDef partial_getset[] = {{"__dict__", get_dict_attribute, set_dict_attribute, nullptr}};
constexpr MemberDef partial_members[] = {
    {"func", MemberKind::Object, offsetof(Partial, function), true, "The function that calls go to."},
    {"args", MemberKind::Object, offsetof(Partial, arguments), true, "The arguments that come first."},
    {"keywords", MemberKind::Object, offsetof(Partial, keywords), true, "The keywords given already."},
};

const TypeSpec partial_spec = {
    .name = "functools.partial",
    .basic_size = sizeof(Partial),
    .flags = type_flag::base_type | type_flag::collected,
    .doc = "partial(func, *args, **keywords) - a function with some arguments given already.",
    .slots = {.new_ = partial_new,
              .dealloc = partial_dealloc,
              .traverse = PartialFields::traverse,
              .clear = PartialFields::clear,
              .repr = partial_repr,
              .set_attribute = generic_set_attribute,
              .vectorcall = partial_call},
    .methods = partial_methods,
    .getset = partial_getset,
    .members = partial_members,
    .dict_offset = offsetof(Partial, dict),
    .weakrefs_offset = offsetof(Partial, weak_references),
};

}  // namespace

Type partial_type(partial_spec);

}  // namespace minipy
