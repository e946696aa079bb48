// dict: taking over the entries of mappings and of iterables of pairs.
//
// A plain dict is read entry by entry, with the hashes it already knows; any other mapping through `keys()`
// and subscripts. Storing may run Python code (`__eq__` of a key): entries are owned while they are stored.
//
// CPython: Objects/dictobject.c (dict_merge, PyDict_MergeFromSeq2)
#include <fmt/format.h>

#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/dict/dict_internal.h"
#include "objects/dict_keys.h"
#include "objects/errors.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

Status merge_dict(Dict* target, Dict* source, bool replace) {
    if (target == source || source->used == 0) return done;
    if (target->keys->entry_count == 0) {
        dict_copy_into(target, source);
        return done;
    }
    if (target->keys->usable < source->used) dict_reserve(target, source->used);
    const Size count = source->keys->entry_count;
    Size position = 0;
    while (DictEntry entry = dict_next_entry(source, position)) {
        Ref<Object> key = share(entry.key), value = share(entry.value);
        if (replace)
            TRY(dict_set_with_hash(target, key.get(), value.get(), entry.hash));
        else
            TRY(dict_set_default_with_hash(target, key.get(), value.get(), entry.hash));
        if (source->keys->entry_count != count)
            return raise(runtime_error_type, "dict mutated during update");
    }
    return done;
}

Status merge_mapping(Dict* target, Object* mapping, bool replace) {
    Ref<Object> iterator = TRY(iterate_keys(mapping));
    while (Ref<Object> key = next(iterator.get())) {
        if (!replace && TRY(dict_get(target, key.get()))) continue;
        Ref<Object> value = TRY(get_item(mapping, key.get()));
        TRY(dict_set(target, key.get(), value.get()));
    }
    if (pending_exception()) return failed;
    return done;
}

/// One element of an iterable of pairs, as a sequence of two.
Status merge_pair(Dict* target, Object* element, Size index) {
    Ref<Tuple> pair = sequence_to_tuple(element);
    if (!pair) {
        if (pending_matches(type_error_type) && !element->type->slots.iter) {
            clear_exception();
            raise(type_error_type,
                  fmt::format("cannot convert dictionary update sequence element #{} to a sequence", index));
        }
        return failed;
    }
    if (pair->size != 2)
        return raise(value_error_type,
                     fmt::format("dictionary update sequence element #{} has length {}; 2 is required", index,
                                 pair->size));
    return dict_set(target, (*pair)[0], (*pair)[1]);
}

Status merge_pairs(Dict* target, Object* pairs) {
    Ref<Object> iterator = TRY(iterate(pairs));
    for (Size index = 0;; ++index) {
        Ref<Object> element = next(iterator.get());
        if (!element) break;
        TRY(merge_pair(target, element.get(), index));
    }
    if (pending_exception()) return failed;
    return done;
}

}  // namespace

Ref<Object> iterate_keys(Object* mapping) {
    Ref<Object> keys = TRY(call_method(mapping, name<"keys">));
    Ref<Object> iterator = iterate(keys.get());
    if (iterator || keys->type->slots.iter || !pending_matches(type_error_type)) return iterator;
    return raise(type_error_type, fmt::format("{:.200}.keys() returned a non-iterable (type {:.200})",
                                              mapping->type->name, keys->type->name));
}

Status dict_merge(Dict* dict, Object* mapping, bool replace) {
    if (is_dict(mapping) && mapping->type->slots.iter == dict_iter)
        return merge_dict(dict, as_dict(mapping), replace);
    return merge_mapping(dict, mapping, replace);
}

Status dict_update(Dict* dict, Object* source) {
    if (is_exactly(source, dict_type)) return merge_dict(dict, as_dict(source), true);
    Ref<Object> keys;
    TRY(find_attribute(source, name<"keys">, keys));
    return keys ? dict_merge(dict, source) : merge_pairs(dict, source);
}

Ref<Object> dict_key_list(Dict* dict) {
    Ref<List> list = new_list(dict->used);
    Size position = 0;
    for (Object*& slot : list->span()) incref(slot = dict_next_entry(dict, position).key);
    return list;
}

}  // namespace minipy
