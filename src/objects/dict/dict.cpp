// dict: subscripts, methods, construction, the type itself.
//
// CPython: Objects/dictobject.c
#include <fmt/format.h>

#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/dict/dict_internal.h"
#include "objects/errors.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/singletons.h"
#include "objects/tuple.h"
#include "objects/union_type.h"

namespace minipy {
namespace {

Result<Size> dict_length(Object* self) { return as_dict(self)->used; }

Result<bool> dict_contains(Object* self, Object* key) { return TRY(dict_get(as_dict(self), key)) != nullptr; }

/// A subclass may have a say about missing keys.
NewRef missing_item(Object* self, Object* key) {
    if (!is_exactly(self, dict_type)) {
        Ref<Object> hook = lookup_special(self, name<"__missing__">);
        if (hook) return call(hook.get(), {key});
        if (pending_exception()) return failed;
    }
    return raise_key_error(key);
}

NewRef dict_get_item(Object* self, Object* key) {
    if (Object* found = TRY(dict_get(as_dict(self), key))) [[likely]]
        return new_ref(found);
    return missing_item(self, key);
}

Status dict_set_item(Object* self, Object* key, Object* value_or_null) {
    return value_or_null ? dict_set(as_dict(self), key, value_or_null) : dict_delete(as_dict(self), key);
}

NewRef dict_or(Object* left, Object* right) {
    if (!is_dict(left) || !is_dict(right)) return new_ref(&not_implemented);
    Ref<Dict> merged = dict_copy(as_dict(left));
    TRY(dict_update(merged.get(), right));
    return merged;
}

NewRef dict_inplace_or(Object* self, Object* other) {
    TRY(dict_update(as_dict(self), other));
    return new_ref(self);
}

// --- methods

NewRef dict_contains_method(Object* self, Object* const* arguments) {
    return new_bool(TRY(dict_contains(self, arguments[0])));
}

NewRef dict_getitem_method(Object* self, Object* const* arguments) { return dict_get_item(self, arguments[0]); }

NewRef dict_sizeof(Object* self, Object* const*) {
    return new_int(static_cast<Size>(self->type->basic_size) + dict_table_bytes(as_dict(self)));
}

NewRef dict_get_method(Object* self, Object* const* arguments) {
    Object* found = TRY(dict_get(as_dict(self), arguments[0]));
    return new_ref(found ? found : arguments[1]);
}

NewRef dict_setdefault(Object* self, Object* const* arguments) {
    return new_ref(TRY(dict_set_default(as_dict(self), arguments[0], arguments[1])));
}

NewRef dict_pop_method(Object* self, Object* const* arguments) {
    if (Object* value = TRY(dict_pop(as_dict(self), arguments[0]))) return NewRef(value);
    if (arguments[1]) return new_ref(arguments[1]);
    return raise_key_error(arguments[0]);
}

NewRef dict_popitem(Object* self, Object* const*) {
    Ref<Object> key, value;
    if (!dict_pop_last(as_dict(self), key, value))
        return raise(key_error_type, "popitem(): dictionary is empty");
    return tuple_of(key.get(), value.get());
}

template <DictPart part>
NewRef dict_view(Object* self, Object* const*) {
    return new_dict_view(as_dict(self), part);
}

/// The arguments of `dict(...)` and `update(...)`: at most one source, and keywords.
Status update_from(Dict* dict, const char* function, Tuple* arguments, Dict* keywords_or_null) {
    if (arguments->size > 1)
        return raise(type_error_type,
                     fmt::format("{} expected at most 1 argument, got {}", function, arguments->size));
    if (arguments->size) TRY(dict_update(dict, (*arguments)[0]));
    return keywords_or_null ? dict_merge(dict, keywords_or_null) : Status(done);
}

NewRef dict_update_method(Object* self, Object* const* arguments) {
    TRY(update_from(as_dict(self), "update", static_cast<Tuple*>(arguments[0]), as_dict(arguments[1])));
    return new_none();
}

NewRef dict_fromkeys(Object* cls, Object* const* arguments) {
    Ref<Object> made = TRY(call(cls, {}));
    const bool plain = is_exactly(made.get(), dict_type);
    Ref<Object> iterator = TRY(iterate(arguments[0]));
    while (Ref<Object> key = next(iterator.get())) {
        if (plain)
            TRY(dict_set(as_dict(made.get()), key.get(), arguments[1]));
        else
            TRY(set_item(made.get(), key.get(), arguments[1]));
    }
    if (pending_exception()) return failed;
    return made;
}

NewRef dict_clear_method(Object* self, Object* const*) {
    dict_clear(as_dict(self));
    return new_none();
}

NewRef dict_copy_method(Object* self, Object* const*) { return dict_copy(as_dict(self)); }

NewRef dict_reversed(Object* self, Object* const*) {
    return new_dict_reverse_iterator(as_dict(self), DictPart::Keys);
}

void dict_clear_slot(Object* self) { dict_clear(as_dict(self)); }

// --- construction

NewRef dict_new(Type* type, Tuple*, Dict*) {
    Object* dict = allocate_instance(type);
    dict_init_empty(as_dict(dict));
    if (type == &dict_type) untrack(dict);  // until something that matters comes in
    return NewRef(dict);
}

Status dict_init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    return update_from(as_dict(self), "dict", arguments, keywords_or_null);
}

/// `dict(source, name=value)` without an argument tuple.
NewRef dict_construct(Object*, Object* const* arguments, Size positional, Tuple* keyword_names) {
    if (positional > 1)
        return raise(type_error_type, fmt::format("dict expected at most 1 argument, got {}", positional));
    const Size named = keyword_names ? keyword_names->size : 0;
    Ref<Dict> dict = new_dict(positional ? 0 : named);
    if (positional) TRY(dict_update(dict.get(), arguments[0]));
    for (Size i = 0; i < named; ++i)
        TRY(dict_set(dict.get(), (*keyword_names)[i], arguments[positional + i]));
    return dict;
}

constexpr NativeDef dict_methods[] = {
    {"__contains__", dict_contains_method, "($self, key, /)", "Whether the dictionary has the key."},
    {"__getitem__", dict_getitem_method, "-($self, key, /)", "x[y]."},
    {"__sizeof__", dict_sizeof, "-($self, /)", "The size of the dictionary in memory, in bytes."},
    {"get", dict_get_method, "($self, key, default=None, /)", "The value of the key, else the default."},
    {"setdefault", dict_setdefault, "($self, key, default=None, /)",
     "The value of the key, which gets the default first if it is missing."},
    {"pop", dict_pop_method, "($self, key, default=<unrepresentable>, /)",
     "Removes the key and returns its value.\n\nA missing key gives the default, or KeyError without one."},
    {"popitem", dict_popitem, "($self, /)",
     "Removes the entry added last and returns it as a pair.\n\nRaises KeyError if there is none."},
    {"keys", dict_view<DictPart::Keys>, "-($self, /)", "A set-like view of the keys."},
    {"items", dict_view<DictPart::Items>, "-($self, /)", "A set-like view of the entries."},
    {"values", dict_view<DictPart::Values>, "-($self, /)", "A view of the values."},
    {"update", dict_update_method, "-($self, *args, **kwargs)",
     "Takes over the entries of a mapping or an iterable of pairs, and of the keywords."},
    {"fromkeys", dict_fromkeys, "($type, iterable, value=None, /)",
     "A new dictionary that has the iterable's items as keys, all with the same value."},
    {"clear", dict_clear_method, "-($self, /)", "Removes all entries."},
    {"copy", dict_copy_method, "-($self, /)", "A shallow copy."},
    {"__reversed__", dict_reversed, "($self, /)", "An iterator from the last key to the first."},
    {"__class_getitem__", class_getitem, "-($type, item, /)", "See PEP 585"},
};

const TypeSpec dict_spec = {
    .name = "dict",
    .basic_size = sizeof(Dict),
    .flags = type_flag::base_type | type_flag::collected | type_flag::dict_subclass |
             type_flag::mapping_pattern | type_flag::match_self,
    .doc = "dict() -> empty dictionary\ndict(mapping) -> its entries\ndict(iterable) -> its pairs\n"
           "dict(**kwargs) -> the names with their values",
    .slots = {.new_ = dict_new,
              .init = dict_init,
              .dealloc = dict_dealloc,
              .traverse = dict_traverse,
              .clear = dict_clear_slot,
              .repr = dict_repr,
              .compare = dict_compare,
              .construct = dict_construct,
              .iter = dict_iter,
              .bit_or = dict_or,
              .inplace_bit_or = dict_inplace_or,
              .length = dict_length,
              .get_item = dict_get_item,
              .set_item = dict_set_item,
              .contains = dict_contains},
    .methods = dict_methods,
};

}  // namespace

Type dict_type(dict_spec);

}  // namespace minipy
