// The types of the trie: the mapping itself, its nodes, its iterators.
//
// Programs meet the mapping only in tests of it; contexts hand its iterators out. An iterator holds the mapping
// and its way down the trie. Invariant: the nodes on the way are alive because the mapping is.
//
// CPython: Python/hamt.c (_PyHamt_Type, hamt_baseiter_tp_iternext)
#include "modules/contexts/hamt.h"
#include "modules/support.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/slot_table.h"
#include "objects/weak_reference.h"

namespace minipy {
namespace {

Hamt* as_hamt(Object* self) noexcept { return static_cast<Hamt*>(self); }
HamtNode* as_node(Object* self) noexcept { return static_cast<HamtNode*>(self); }

/// A way through all entries, in the order of the places.
class HamtWalk {
  public:
    explicit HamtWalk(HamtNode* root_or_null) noexcept {
        if (root_or_null) steps_[depth_++] = {root_or_null, 0};
    }
    /// Null at the end.
    const HamtEntry* next() noexcept {
        while (depth_) {
            Step& step = steps_[depth_ - 1];
            if (step.index == step.node->size) {
                --depth_;
                continue;
            }
            const HamtEntry& entry = step.node->entries()[step.index++];
            if (entry.key) return &entry;
            steps_[depth_++] = {entry.node(), 0};
        }
        return nullptr;
    }

  private:
    struct Step {
        HamtNode* node;
        Size index;
    };
    Step steps_[hamt_depth];
    int depth_ = 0;
};

// --- nodes

int node_traverse(Object* self, Visit visit, void* context) {
    for (Size i = 0; i < as_node(self)->size; ++i) {
        const HamtEntry& entry = as_node(self)->entries()[i];
        if (entry.key)
            if (int result = visit(entry.key, context)) return result;
        if (entry.value)
            if (int result = visit(entry.value, context)) return result;
    }
    return 0;
}

void node_dealloc(Object* self) noexcept {
    untrack(self);
    for (Size i = 0; i < as_node(self)->size; ++i) {
        const HamtEntry entry = std::exchange(as_node(self)->entries()[i], {});
        xdecref(entry.key);
        xdecref(entry.value);
    }
    free_object(self);
}

constexpr TypeSpec node_spec(const char* type_name) {
    return {.name = type_name,
            .basic_size = sizeof(HamtNode),
            .item_size = sizeof(HamtEntry),
            .flags = type_flag::collected | type_flag::disallow_new,
            .slots = {.dealloc = node_dealloc, .traverse = node_traverse, .hash = hash_not_implemented}};
}

constexpr TypeSpec bitmap_node_spec = node_spec("hamt_bitmap_node");
constexpr TypeSpec collision_node_spec = node_spec("hamt_collision_node");

// --- iterators

struct HamtIterator : Object {
    Hamt* hamt;
    HamtWalk walk;
};

using IteratorFields = OwnedFields<HamtIterator, &HamtIterator::hamt>;

HamtIterator* as_iterator(Object* self) noexcept { return static_cast<HamtIterator*>(self); }

/// The way would lead through nodes that are gone.
void iterator_clear(Object* self) {
    as_iterator(self)->walk = HamtWalk(nullptr);
    IteratorFields::clear(self);
}

void iterator_dealloc(Object* self) noexcept {
    untrack(self);
    iterator_clear(self);
    free_object(self);
}

NewRef iterator_next(Object* self) {
    const HamtEntry* entry = as_iterator(self)->walk.next();
    if (!entry) return nullptr;
    if (self->type == &hamt_keys_type) return new_ref(entry->key);
    if (self->type == &hamt_values_type) return new_ref(entry->value);
    return pack({entry->key, entry->value});
}

Result<Size> iterator_length(Object* self) {
    return as_iterator(self)->hamt ? as_iterator(self)->hamt->count : Size{0};
}

NewRef iterator_self(Object* self) { return new_ref(self); }

constexpr TypeSpec iterator_spec(const char* type_name) {
    return {.name = type_name,
            .basic_size = sizeof(HamtIterator),
            .flags = type_flag::collected | type_flag::disallow_new,
            .slots = {.dealloc = iterator_dealloc,
                      .traverse = IteratorFields::traverse,
                      .clear = iterator_clear,
                      .iter = iterator_self,
                      .next = iterator_next,
                      .length = iterator_length}};
}

constexpr TypeSpec keys_spec = iterator_spec("keys");
constexpr TypeSpec values_spec = iterator_spec("values");
constexpr TypeSpec items_spec = iterator_spec("items");

// --- the mapping

using HamtFields = OwnedFields<Hamt, &Hamt::root>;

void hamt_clear(Object* self) {
    as_hamt(self)->count = 0;
    HamtFields::clear(self);
}

void hamt_dealloc(Object* self) noexcept {
    untrack(self);
    clear_weak_references(self);
    HamtFields::clear(self);
    free_object(self);
}

NewRef hamt_new(Type*, Tuple*, Dict*) { return new_hamt(); }

NewRef hamt_compare(Object* left, Object* right, CompareOp op) {
    if (!is_exactly(left, hamt_type) || !is_exactly(right, hamt_type) ||
        (op != CompareOp::Eq && op != CompareOp::Ne))
        return new_ref(&not_implemented);
    const bool equal = TRY(hamt_equal(as_hamt(left), as_hamt(right)));
    return new_bool(equal == (op == CompareOp::Eq));
}

NewRef hamt_iter(Object* self) { return hamt_iterator(as_hamt(self), hamt_keys_type); }
Result<Size> hamt_length(Object* self) { return as_hamt(self)->count; }

Result<bool> hamt_contains(Object* self, Object* key) { return TRY(hamt_find(as_hamt(self), key)) != nullptr; }

NewRef hamt_get_item(Object* self, Object* key) {
    if (Object* found = TRY(hamt_find(as_hamt(self), key))) return new_ref(found);
    return raise_key_error(key);
}

NewRef hamt_get(Object* self, Object* const* arguments) {
    Object* found = TRY(hamt_find(as_hamt(self), arguments[0]));
    return new_ref(found ? found : arguments[1]);
}

NewRef hamt_set(Object* self, Object* const* arguments) {
    return hamt_with(as_hamt(self), arguments[0], arguments[1]);
}

NewRef hamt_delete(Object* self, Object* const* arguments) { return hamt_without(as_hamt(self), arguments[0]); }
NewRef hamt_keys(Object* self, Object* const*) { return hamt_iterator(as_hamt(self), hamt_keys_type); }
NewRef hamt_values(Object* self, Object* const*) { return hamt_iterator(as_hamt(self), hamt_values_type); }
NewRef hamt_items(Object* self, Object* const*) { return hamt_iterator(as_hamt(self), hamt_items_type); }

constexpr NativeDef hamt_methods[] = {
    {"set", hamt_set, "-($self, key, value, /)", nullptr},
    {"get", hamt_get, "-($self, key, default=None, /)", nullptr},
    {"delete", hamt_delete, "-($self, key, /)", nullptr},
    {"items", hamt_items, "-($self)", nullptr},
    {"keys", hamt_keys, "-($self)", nullptr},
    {"values", hamt_values, "-($self)", nullptr},
};

const TypeSpec hamt_spec = {
    .name = "hamt",
    .basic_size = sizeof(Hamt),
    .flags = type_flag::collected,
    .slots = {.new_ = hamt_new,
              .dealloc = hamt_dealloc,
              .traverse = HamtFields::traverse,
              .clear = hamt_clear,
              .hash = hash_not_implemented,
              .compare = hamt_compare,
              .iter = hamt_iter,
              .length = hamt_length,
              .get_item = hamt_get_item,
              .contains = hamt_contains},
    .methods = hamt_methods,
    .weakrefs_offset = offsetof(Hamt, weak_references),
};

}  // namespace

Type hamt_type(hamt_spec);
Type hamt_bitmap_node_type(bitmap_node_spec);
Type hamt_collision_node_type(collision_node_spec);
Type hamt_keys_type(keys_spec);
Type hamt_values_type(values_spec);
Type hamt_items_type(items_spec);

void ready_hamt_types() {
    for (Type* type : {&hamt_type, &hamt_bitmap_node_type, &hamt_collision_node_type, &hamt_keys_type,
                       &hamt_values_type, &hamt_items_type})
        ready_type(*type);
}

Result<bool> hamt_equal(Hamt* left, Hamt* right) {
    if (left == right) return true;
    if (left->count != right->count) return false;
    Ref<Hamt> keep_left = share(left), keep_right = share(right);
    HamtWalk walk(left->root);
    while (const HamtEntry* entry = walk.next()) {
        Object* other = TRY(hamt_find(right, entry->key));
        if (!other || !TRY(compare_truth(entry->value, other, CompareOp::Eq))) return false;
    }
    return true;
}

Ref<Object> hamt_iterator(Hamt* hamt, Type& kind) {
    auto* made = static_cast<HamtIterator*>(allocate_instance(&kind));
    made->hamt = share(hamt).release();
    made->walk = HamtWalk(hamt->root);
    return Ref<Object>::steal(made);
}

}  // namespace minipy
