// What the files of dict share: walking and changing the table by entries, slots, the types around dict.
//
// CPython: Objects/dictobject.c
#pragma once

#include "objects/dict.h"
#include "objects/plain_keys.h"

namespace minipy {

inline Dict* as_dict(Object* object) noexcept { return static_cast<Dict*>(object); }

/// A live entry, borrowed; `value` null stands for "none".
struct DictEntry {
    Object* key = nullptr;
    Object* value = nullptr;
    Hash hash = 0;

    explicit operator bool() const noexcept { return value != nullptr; }
};

// table.cpp

/// Gives freshly allocated memory of a dict its empty table.
void dict_init_empty(Dict* dict) noexcept;
Status dict_set_with_hash(Dict* dict, Object* key, Object* value, Hash hash);
Result<Object*> dict_pop_with_hash(Dict* dict, Object* key, Hash hash);
Result<Object*> dict_set_default_with_hash(Dict* dict, Object* key, Object* value, Hash hash);
/// Takes the last entry out; false if there is none.
bool dict_pop_last(Dict* dict, Ref<Object>& key, Ref<Object>& value) noexcept;
/// The first live entry at or after `position`, which moves behind it.
DictEntry dict_next_entry(Dict* dict, Size& position) noexcept;
/// The last live entry before `position`, which moves to it.
DictEntry dict_previous_entry(Dict* dict, Size& position) noexcept;
/// The index of the key's entry, or negative if it is missing.
Result<Size> dict_find_entry(Dict* dict, Object* key, Hash hash);
/// What the entry holds, borrowed.
Object* dict_entry_key(DictKeys* keys, Size index) noexcept;
Object* dict_entry_value(DictKeys* keys, Size index) noexcept;
/// Takes the entry out; hands over the value.
Object* dict_remove_entry(Dict* dict, Hash hash, Size index) noexcept;
/// Makes room for so many more entries.
void dict_reserve(Dict* dict, Size more);
/// Fills an empty dict with the entries of another.
void dict_copy_into(Dict* target, Dict* source);
/// The memory of the table; 0 for the shared empty one.
Size dict_table_bytes(const Dict* dict) noexcept;

/// An iterator over what a mapping's `keys()` gives. PyMapping_Keys.
Ref<Object> iterate_keys(Object* mapping);

void dict_dealloc(Object* self) noexcept;
int dict_traverse(Object* self, Visit visit, void* context);

// compare.cpp
NewRef dict_repr(Object* self);
NewRef dict_compare(Object* left, Object* right, CompareOp op);

// iterator.cpp

/// Which part of the entries an iterator or a view shows.
enum class DictPart { Keys, Values, Items };

extern Type dict_key_iterator_type, dict_value_iterator_type, dict_item_iterator_type;
extern Type dict_reverse_key_iterator_type, dict_reverse_value_iterator_type, dict_reverse_item_iterator_type;

NewRef new_dict_iterator(Dict* dict, DictPart part);
NewRef new_dict_reverse_iterator(Dict* dict, DictPart part);
NewRef dict_iter(Object* self);

// view.cpp
extern Type dict_keys_type, dict_values_type, dict_items_type;

struct DictView : Object {
    Dict* dict;
};

inline Dict* dict_of_view(Object* view) noexcept { return static_cast<DictView*>(view)->dict; }

NewRef new_dict_view(Dict* dict, DictPart part);

}  // namespace minipy
