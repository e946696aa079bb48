// Iterators over dicts: three parts of the entries, in both directions.
//
// An iterator remembers how many entries the dict had; another number is an error that stays. It walks by
// position, so any other change of the table is safe. The iterator over items gives the same tuple again and
// again as long as nobody else has kept it.
//
// CPython: Objects/dictobject.c (dictiterobject)
#include <utility>

#include "objects/dict/dict_internal.h"
#include "objects/dict_keys.h"
#include "objects/errors.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/iterators/shared_tuple.h"
#include "objects/iterator_support.h"
#include "objects/singletons.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

struct DictIterator : Object {
    Dict* dict;      // null once exhausted
    Size used;       // of the dict at the start; -1 after a change was noticed
    Size position;   // of the next entry to look at; backwards: behind it
    Size remaining;  // how many entries are still expected
    Tuple* pair;     // for items: the tuple that may be used again
};

DictIterator* as_iterator(Object* self) noexcept { return static_cast<DictIterator*>(self); }

void iterator_dealloc(Object* self) noexcept {
    untrack(self);
    xdecref(as_iterator(self)->dict);
    xdecref(as_iterator(self)->pair);
    free_object(self);
}

int iterator_traverse(Object* self, Visit visit, void* context) {
    DictIterator* iterator = as_iterator(self);
    if (iterator->dict)
        if (int result = visit(iterator->dict, context)) return result;
    return iterator->pair ? visit(iterator->pair, context) : 0;
}

NewRef finish(DictIterator* iterator) noexcept {
    decref(std::exchange(iterator->dict, nullptr));
    return nullptr;
}

NewRef make_pair(DictIterator* iterator, const DictEntry& entry) {
    incref(entry.key);
    incref(entry.value);
    Tuple* pair = iterator->pair;
    if (pair && pair->refcount == 1) {
        Ref<Object> old_key = Ref<Object>::steal(std::exchange(pair->items()[0], entry.key));
        Ref<Object> old_value = Ref<Object>::steal(std::exchange(pair->items()[1], entry.value));
        track_again(pair);
        return new_ref(pair);
    }
    Ref<Tuple> fresh = new_tuple_uninitialized(2);
    fresh->items()[0] = entry.key;
    fresh->items()[1] = entry.value;
    if (pair) {
        incref(fresh.get());
        decref(std::exchange(iterator->pair, fresh.get()));
    }
    return fresh;
}

template <DictPart part, bool backwards>
NewRef iterator_next(Object* self) {
    DictIterator* iterator = as_iterator(self);
    Dict* dict = iterator->dict;
    if (!dict) return nullptr;
    if (iterator->used != dict->used) [[unlikely]] {
        iterator->used = -1;
        return raise(runtime_error_type, "dictionary changed size during iteration");
    }
    const DictEntry entry =
        backwards ? dict_previous_entry(dict, iterator->position) : dict_next_entry(dict, iterator->position);
    if (!entry) return finish(iterator);
    if (iterator->remaining == 0) [[unlikely]] {
        (void)finish(iterator);
        return raise(runtime_error_type, "dictionary keys changed during iteration");
    }
    --iterator->remaining;
    if constexpr (part == DictPart::Items) return make_pair(iterator, entry);
    return new_ref(part == DictPart::Keys ? entry.key : entry.value);
}

NewRef iterator_length_hint(Object* self, Object* const*) {
    const DictIterator* iterator = as_iterator(self);
    return new_int(iterator->dict && iterator->used == iterator->dict->used ? iterator->remaining : 0);
}

/// `iter` of a list with what is left; the iterator itself stays where it is.
NewRef iterator_reduce(Object* self, Object* const*) {
    const DictIterator* iterator = as_iterator(self);
    Ref<Object> copy = Ref<Object>::steal(allocate_instance(self->type));
    DictIterator* walker = as_iterator(copy.get());
    walker->dict = iterator->dict;
    xincref(walker->dict);
    walker->used = iterator->used;
    walker->position = iterator->position;
    walker->remaining = iterator->remaining;
    return reduce_remaining(copy.get());
}

constexpr NativeDef iterator_methods[] = {
    {"__length_hint__", iterator_length_hint, "-($self, /)", "How many entries are left."},
    {"__reduce__", iterator_reduce, "-($self, /)", "The state for pickling."},
};

template <DictPart part, bool backwards>
constexpr TypeSpec iterator_spec(const char* name) {
    return {.name = name,
            .basic_size = sizeof(DictIterator),
            .flags = type_flag::collected | type_flag::disallow_new,
            .slots = {.dealloc = iterator_dealloc,
                      .traverse = iterator_traverse,
                      .iter = iterator_self,
                      .next = iterator_next<part, backwards>},
            .methods = iterator_methods};
}

const TypeSpec key_spec = iterator_spec<DictPart::Keys, false>("dict_keyiterator");
const TypeSpec value_spec = iterator_spec<DictPart::Values, false>("dict_valueiterator");
const TypeSpec item_spec = iterator_spec<DictPart::Items, false>("dict_itemiterator");
const TypeSpec reverse_key_spec = iterator_spec<DictPart::Keys, true>("dict_reversekeyiterator");
const TypeSpec reverse_value_spec = iterator_spec<DictPart::Values, true>("dict_reversevalueiterator");
const TypeSpec reverse_item_spec = iterator_spec<DictPart::Items, true>("dict_reverseitemiterator");

NewRef make_iterator(Type& type, Dict* dict, DictPart part, Size position) {
    auto* iterator = static_cast<DictIterator*>(allocate_instance(&type));
    incref(dict);
    iterator->dict = dict;
    iterator->used = iterator->remaining = dict->used;
    iterator->position = position;
    if (part == DictPart::Items) {
        Object* nothing[] = {&none, &none};
        iterator->pair = new_tuple(nothing).release();
    }
    return NewRef(iterator);
}

}  // namespace

Type dict_key_iterator_type(key_spec);
Type dict_value_iterator_type(value_spec);
Type dict_item_iterator_type(item_spec);
Type dict_reverse_key_iterator_type(reverse_key_spec);
Type dict_reverse_value_iterator_type(reverse_value_spec);
Type dict_reverse_item_iterator_type(reverse_item_spec);

NewRef new_dict_iterator(Dict* dict, DictPart part) {
    Type& type = part == DictPart::Keys     ? dict_key_iterator_type
                 : part == DictPart::Values ? dict_value_iterator_type
                                            : dict_item_iterator_type;
    return make_iterator(type, dict, part, 0);
}

NewRef new_dict_reverse_iterator(Dict* dict, DictPart part) {
    Type& type = part == DictPart::Keys     ? dict_reverse_key_iterator_type
                 : part == DictPart::Values ? dict_reverse_value_iterator_type
                                            : dict_reverse_item_iterator_type;
    return make_iterator(type, dict, part, dict->keys->entry_count);
}

NewRef dict_iter(Object* self) { return new_dict_iterator(as_dict(self), DictPart::Keys); }

}  // namespace minipy
