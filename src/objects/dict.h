// dict: a hash table that keeps insertion order.
//
// Representation: `DictKeys` is a sparse table of small indices into a dense array of entries in insertion
// order; deleting leaves a hole there. A table whose keys are all exact strings has entries without a hash
// (the string carries its own). The instances of a class share a `DictKeys` without values that maps the names
// of their attributes to slots (instance.h). Invariants: at least one index is empty, so that every probe
// ends; `used` counts the live entries; `keys->version` changes whenever a key comes or goes.
//
// CPython: Include/internal/pycore_dict.h, Objects/dictobject.c
#pragma once

#include <cstdint>

#include "objects/str.h"
#include "objects/type.h"

namespace minipy {

enum class KeysKind : std::uint8_t { General, Strings };

struct GeneralEntry {
    Hash hash;
    Object* key;
    Object* value;  // null: a hole
};

struct StringEntry {
    Str* key;
    Object* value;  // null: a hole; in shared keys always null
};

/// The table: this head, then 2**log2_size indices of 1, 2, 4 or 8 bytes, then the entries.
struct DictKeys {
    std::int32_t refcount;  // above 1 only for the shared empty table
    std::uint8_t log2_size;
    std::uint8_t log2_index_bytes;  // of the whole index table
    KeysKind kind;
    std::uint32_t version;  // for inline caches; 0: none given
    Size usable;            // entries that may still be added
    Size entry_count;       // entries in use, holes included

    std::int8_t* indices() noexcept { return reinterpret_cast<std::int8_t*>(this + 1); }
    GeneralEntry* general_entries() noexcept {
        return reinterpret_cast<GeneralEntry*>(indices() + (std::size_t{1} << log2_index_bytes));
    }
    StringEntry* string_entries() noexcept {
        return reinterpret_cast<StringEntry*>(indices() + (std::size_t{1} << log2_index_bytes));
    }
};

/// The attribute values of one instance with the order in which they were set.
struct alignas(Object*) DictValues {
    std::uint8_t capacity;
    std::uint8_t order_count;
    // followed by `capacity` slots and as many bytes of insertion order
    Object** slots() noexcept { return reinterpret_cast<Object**>(this + 1); }
    std::uint8_t* order() noexcept { return reinterpret_cast<std::uint8_t*>(slots() + capacity); }
};

struct Dict : Object {
    Size used;
    DictKeys* keys;
};

extern Type dict_type;

inline bool is_dict(const Object* object) noexcept { return object->type->has(type_flag::dict_subclass); }

/// An empty dict; `expected` entries fit without growing. PyDict_New.
Ref<Dict> new_dict(Size expected = 0);

/// The value of the key, borrowed, or null. With `Result` the hash or comparison may raise; the value is
/// null when the key is missing. PyDict_GetItemWithError.
Result<Object*> dict_get(Dict* dict, Object* key);
/// For exact string keys in a dict: cannot raise as long as all keys are strings; other keys are compared.
Object* dict_get(Dict* dict, Str* key) noexcept;
Result<Object*> dict_get_with_hash(Dict* dict, Object* key, Hash hash);

/// Sets or replaces; takes references of its own. PyDict_SetItem.
Status dict_set(Dict* dict, Object* key, Object* value);
/// Sets the value if the key is missing; the value now there, borrowed. PyDict_SetDefault.
Result<Object*> dict_set_default(Dict* dict, Object* key, Object* value);

/// Removes; KeyError(key) if missing. PyDict_DelItem.
Status dict_delete(Dict* dict, Object* key);
/// Removes and hands over the value; empty without an exception if missing. _PyDict_Pop without default.
Result<Object*> dict_pop(Dict* dict, Object* key);
void dict_clear(Dict* dict);

/// The next live entry at or after `position` (start at 0), borrowed; false at the end. PyDict_Next.
bool dict_next(Dict* dict, Size& position, Object*& key, Object*& value) noexcept;

Ref<Dict> dict_copy(Dict* dict);
/// Adds what the mapping holds; `replace` says what wins. AttributeError if it has no `keys`. PyDict_Merge.
Status dict_merge(Dict* dict, Object* mapping, bool replace = true);
/// `dict.update(source)`: a mapping or an iterable of pairs.
Status dict_update(Dict* dict, Object* source);

/// A new list of the keys. PyDict_Keys.
Ref<Object> dict_key_list(Dict* dict);

}  // namespace minipy
