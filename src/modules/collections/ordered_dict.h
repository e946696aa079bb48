// OrderedDict: a dict with an order of its own, in which a key can be moved to either end.
//
// The entries are the dict's; the order is a doubly linked list of nodes, one for each key. `nodes` finds the
// node of a dict entry by the entry's index. It is made anew when the dict has got another table. Invariants:
// each node owns its key and is on the list; `version` changes with the list, which is how iterators notice.
// Methods of dict called on the base class (`dict.pop(od, key)`) pass the list by: whatever is read through a
// node is looked up and may be missing.
//
// CPython: Objects/odictobject.c
#pragma once

#include "objects/dict.h"
#include "objects/dict/dict_internal.h"

namespace minipy {

extern Type ordered_dict_type, ordered_dict_iterator_type;
extern Type ordered_keys_type, ordered_values_type, ordered_items_type;

struct OrderedNode {
    Object* key;
    Hash hash;
    Size index;  // of the dict's entry, as of the last look; -1: not known
    OrderedNode* next;
    OrderedNode* previous;
};

struct OrderedDict : Dict {
    OrderedNode* first;
    OrderedNode* last;
    Size node_count;
    OrderedNode** nodes;  // by entry index
    Size capacity;        // of `nodes`
    DictKeys* table;      // that `nodes` belongs to
    std::size_t version;  // of the order; clearing leaves it, for iteration tells that by the size
    std::size_t clears;
    Dict* attributes;
    Object* weak_references;
};

inline OrderedDict* as_ordered(Object* self) noexcept { return static_cast<OrderedDict*>(self); }
inline bool is_ordered_dict(const Object* object) noexcept { return is_instance_of(object, ordered_dict_type); }

/// Another number after each change of the order, clearing included.
inline std::size_t changes_of(const OrderedDict* self) noexcept { return self->version + self->clears; }

/// The value of the node's key, owned. KeyError(key) if the dict does not have it any more.
Ref<Object> node_value(OrderedDict* self, OrderedNode* node);

/// RuntimeError "OrderedDict mutated during iteration".
Failure raise_mutated();

// ordered_dict_views.cpp

NewRef ordered_dict_iter(Object* self);
NewRef ordered_dict_reversed(Object* self, Object* const* arguments);
NewRef new_ordered_view(Object* self, DictPart part);

}  // namespace minipy
