// hamt: an immutable mapping; a changed copy shares all but a few nodes with the original.
//
// A trie over the 32 bits of a key's hash, five at each level. A node has an entry only for those of its 32
// places that are taken; the entry is a key with its value, or a node of the next level. Keys of equal hash
// stand side by side in a collision node.
//
//   root, bits 0-4: place 3 ──> key, value
//                   place 17 ─> node, bits 5-9: place 0 ──> key, value
//                                               place 30 ─> collision node: key, value, key, value
//
// Invariants: no node ever changes; below the root every node holds at least two keys; an empty mapping has no
// root.
//
// CPython: Include/internal/pycore_hamt.h, Python/hamt.c (there nodes of more than 16 entries are plain arrays)
#pragma once

#include "objects/type.h"

namespace minipy {

struct HamtNode;

struct Hamt : Object {
    HamtNode* root;  // or null
    Size count;
    Object* weak_references;
};

extern Type hamt_type, hamt_bitmap_node_type, hamt_collision_node_type, hamt_keys_type, hamt_values_type,
    hamt_items_type;

/// Makes all these types ready, once.
void ready_hamt_types();

/// The empty mapping. _PyHamt_New.
Ref<Hamt> new_hamt();

/// The value of the key, borrowed, or null if it is missing. _PyHamt_Find.
Result<Object*> hamt_find(Hamt* hamt, Object* key);

/// The mapping with the key set to the value; the same one if it is so already. _PyHamt_Assoc.
Ref<Hamt> hamt_with(Hamt* hamt, Object* key, Object* value);

/// The mapping without the key; the same one if it is missing. _PyHamt_Without.
Ref<Hamt> hamt_without(Hamt* hamt, Object* key);

/// Whether both hold equal values for the same keys. _PyHamt_Eq.
Result<bool> hamt_equal(Hamt* left, Hamt* right);

/// Iterators: `kind` is hamt_keys_type, hamt_values_type or hamt_items_type. _PyHamt_NewIterKeys.
Ref<Object> hamt_iterator(Hamt* hamt, Type& kind);

// --- what the files of the trie share

struct HamtEntry {
    Object* key;    // owned; null: `value` is a node of the next level
    Object* value;  // owned

    HamtNode* node() const noexcept { return reinterpret_cast<HamtNode*>(value); }
};

/// `size` entries; of the type hamt_bitmap_node_type or hamt_collision_node_type.
struct HamtNode : VarObject {
    std::uint32_t bitmap;  // which places are taken; unused in a collision node
    std::int32_t hash;     // that of all keys of a collision node; unused otherwise

    HamtEntry* entries() noexcept { return reinterpret_cast<HamtEntry*>(this + 1); }
    const HamtEntry* entries() const noexcept { return reinterpret_cast<const HamtEntry*>(this + 1); }
    bool is_collision() const noexcept { return type == &hamt_collision_node_type; }
};

/// Seven levels of five bits, the last of two, and a collision node.
inline constexpr int hamt_depth = 8;

}  // namespace minipy
