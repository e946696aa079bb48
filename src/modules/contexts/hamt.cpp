// The trie: looking up, and copying the nodes on the way to a key that is set or deleted.
//
// Comparisons run foreign code, but no node can change under them: whoever holds the root holds all of it.
//
// CPython: Python/hamt.c (hamt_node_*_find, hamt_node_*_assoc, hamt_node_*_without)
#include "modules/contexts/hamt.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "objects/errors.h"
#include "objects/instance.h"
#include "objects/protocol.h"

namespace minipy {
namespace {

constexpr int level_bits = 5;

/// All bits of the hash in half as many; never -1, as no hash is.
Result<std::int32_t> hash_of(Object* key) {
    const Hash full = TRY(hash(key));
    const auto folded = static_cast<std::int32_t>(full ^ (full >> 32));
    return folded == -1 ? -2 : folded;
}

/// The place of the hash at the level, as a bit.
std::uint32_t place_bit(std::int32_t hash, int shift) noexcept {
    return std::uint32_t{1} << ((static_cast<std::uint32_t>(hash) >> shift) & 31);
}

/// The entry of the place: how many lower places are taken.
Size entry_index(const HamtNode* node, std::uint32_t bit) noexcept {
    return std::popcount(node->bitmap & (bit - 1));
}

// --- making nodes

Ref<HamtNode> new_node(Type& type, Size entries) {
    return Ref<HamtNode>::steal(static_cast<HamtNode*>(allocate_instance(&type, entries)));
}

HamtEntry share_entry(const HamtEntry& entry) noexcept {
    xincref(entry.key);
    incref(entry.value);
    return entry;
}

/// Copies entries into the fresh node from `to` on.
void copy_entries(const HamtNode* node, Size from, Size end, HamtNode* copy, Size to) noexcept {
    std::transform(node->entries() + from, node->entries() + end, copy->entries() + to, share_entry);
}

Ref<HamtNode> copy_with_size(const HamtNode* node, Size entries) {
    Ref<HamtNode> copy = new_node(*node->type, entries);
    copy->bitmap = node->bitmap;
    copy->hash = node->hash;
    return copy;
}

/// The node with another entry in the place of the one at `index`.
Ref<HamtNode> with_replaced(const HamtNode* node, Size index, const HamtEntry& entry) {
    Ref<HamtNode> copy = copy_with_size(node, node->size);
    copy_entries(node, 0, index, copy.get(), 0);
    copy->entries()[index] = share_entry(entry);
    copy_entries(node, index + 1, node->size, copy.get(), index + 1);
    return copy;
}

Ref<HamtNode> with_inserted(const HamtNode* node, Size index, const HamtEntry& entry) {
    Ref<HamtNode> copy = copy_with_size(node, node->size + 1);
    copy_entries(node, 0, index, copy.get(), 0);
    copy->entries()[index] = share_entry(entry);
    copy_entries(node, index, node->size, copy.get(), index + 1);
    return copy;
}

Ref<HamtNode> with_removed(const HamtNode* node, Size index) {
    Ref<HamtNode> copy = copy_with_size(node, node->size - 1);
    copy_entries(node, 0, index, copy.get(), 0);
    copy_entries(node, index + 1, node->size, copy.get(), index);
    return copy;
}

Ref<HamtNode> node_of_one(std::uint32_t bit, const HamtEntry& entry) {
    Ref<HamtNode> node = new_node(hamt_bitmap_node_type, 1);
    node->bitmap = bit;
    node->entries()[0] = share_entry(entry);
    return node;
}

// --- looking up

/// Where the key stands in a collision node, or -1.
Result<Size> collision_index(const HamtNode* node, Object* key) {
    for (Size i = 0; i < node->size; ++i)
        if (TRY(compare_truth(node->entries()[i].key, key, CompareOp::Eq))) return i;
    return Size{-1};
}

Result<Object*> find(const HamtNode* node, std::int32_t hash, Object* key) {
    for (int shift = 0; node; shift += level_bits) {
        if (node->is_collision()) {
            const Size index = TRY(collision_index(node, key));
            return index < 0 ? nullptr : node->entries()[index].value;
        }
        const std::uint32_t bit = place_bit(hash, shift);
        if (!(node->bitmap & bit)) break;
        const HamtEntry& entry = node->entries()[entry_index(node, bit)];
        if (entry.key)
            return TRY(compare_truth(entry.key, key, CompareOp::Eq)) ? entry.value
                                                                     : static_cast<Object*>(nullptr);
        node = entry.node();
    }
    return static_cast<Object*>(nullptr);
}

// --- setting

/// A key to be set, and what became of it.
struct Setting {
    Object* key;
    Object* value;
    std::int32_t hash;
    bool added = false;

    HamtEntry entry() const noexcept { return {key, value}; }
};

Ref<HamtNode> with(HamtNode* node, int shift, Setting& setting);

/// A node of the level for two keys that differ; the hash of the first one is not known.
Ref<HamtNode> node_of_two(int shift, const HamtEntry& first, Setting& setting) {
    const std::int32_t first_hash = TRY(hash_of(first.key));
    if (first_hash != setting.hash) {
        Ref<HamtNode> one = node_of_one(place_bit(first_hash, shift), first);
        return with(one.get(), shift, setting);
    }
    setting.added = true;
    Ref<HamtNode> node = new_node(hamt_collision_node_type, 2);
    node->hash = first_hash;
    node->entries()[0] = share_entry(first);
    node->entries()[1] = share_entry(setting.entry());
    return node;
}

Ref<HamtNode> with_in_collision(HamtNode* node, int shift, Setting& setting) {
    if (node->hash != setting.hash) {
        Ref<HamtNode> above = node_of_one(place_bit(node->hash, shift), {nullptr, node});
        return with(above.get(), shift, setting);
    }
    const Size index = TRY(collision_index(node, setting.key));
    if (index < 0) {
        setting.added = true;
        return with_inserted(node, node->size, setting.entry());
    }
    const HamtEntry& found = node->entries()[index];
    if (found.value == setting.value) return share(node);
    return with_replaced(node, index, {found.key, setting.value});
}

/// The node with the key set; the same one if that changes nothing.
Ref<HamtNode> with(HamtNode* node, int shift, Setting& setting) {
    if (node->is_collision()) return with_in_collision(node, shift, setting);
    const std::uint32_t bit = place_bit(setting.hash, shift);
    const Size index = entry_index(node, bit);
    if (!(node->bitmap & bit)) {
        setting.added = true;
        Ref<HamtNode> wider = with_inserted(node, index, setting.entry());
        wider->bitmap |= bit;
        return wider;
    }
    const HamtEntry& found = node->entries()[index];
    if (!found.key) {
        Ref<HamtNode> below = TRY(with(found.node(), shift + level_bits, setting));
        if (below.get() == found.node()) return share(node);
        return with_replaced(node, index, {nullptr, below.get()});
    }
    if (!TRY(compare_truth(found.key, setting.key, CompareOp::Eq))) {
        Ref<HamtNode> below = TRY(node_of_two(shift + level_bits, found, setting));
        return with_replaced(node, index, {nullptr, below.get()});
    }
    if (found.value == setting.value) return share(node);
    return with_replaced(node, index, {found.key, setting.value});
}

// --- deleting

/// The node without the entry; empty if that was the only one.
Ref<HamtNode> without_entry(const HamtNode* node, Size index, std::uint32_t bit) {
    if (node->size == 1) return nullptr;
    Ref<HamtNode> left = with_removed(node, index);
    left->bitmap &= ~bit;
    return left;
}

/// What is left of the node without the key (empty: nothing); false if it does not hold the key.
Result<bool> without(HamtNode* node, int shift, std::int32_t hash, Object* key, Ref<HamtNode>& left) {
    if (node->is_collision()) {
        const Size index = node->hash == hash ? TRY(collision_index(node, key)) : -1;
        if (index >= 0) left = without_entry(node, index, 0);
        return index >= 0;
    }
    const std::uint32_t bit = place_bit(hash, shift);
    if (!(node->bitmap & bit)) return false;
    const Size index = entry_index(node, bit);
    const HamtEntry& found = node->entries()[index];
    if (found.key) {
        if (!TRY(compare_truth(found.key, key, CompareOp::Eq))) return false;
        left = without_entry(node, index, bit);
        return true;
    }
    Ref<HamtNode> below;
    if (!TRY(without(found.node(), shift + level_bits, hash, key, below))) return false;
    // A single key moves up a level.
    const bool single = below->size == 1 && below->entries()[0].key;
    left = with_replaced(node, index, single ? below->entries()[0] : HamtEntry{nullptr, below.get()});
    return true;
}

Ref<Hamt> hamt_of(Ref<HamtNode> root_or_null, Size count) {
    Ref<Hamt> made = new_hamt();
    made->root = root_or_null.release();
    made->count = count;
    return made;
}

}  // namespace

Ref<Hamt> new_hamt() { return Ref<Hamt>::steal(static_cast<Hamt*>(allocate_instance(&hamt_type))); }

Result<Object*> hamt_find(Hamt* hamt, Object* key) {
    if (!hamt->root) return static_cast<Object*>(nullptr);
    Ref<HamtNode> keep = share(hamt->root);
    return find(keep.get(), TRY(hash_of(key)), key);
}

Ref<Hamt> hamt_with(Hamt* hamt, Object* key, Object* value) {
    Ref<HamtNode> root = share(hamt->root);
    Setting setting{key, value, TRY(hash_of(key))};
    if (!root) return hamt_of(node_of_one(place_bit(setting.hash, 0), setting.entry()), 1);
    Ref<HamtNode> changed = TRY(with(root.get(), 0, setting));
    if (changed.get() == hamt->root) return share(hamt);
    return hamt_of(std::move(changed), hamt->count + setting.added);
}

Ref<Hamt> hamt_without(Hamt* hamt, Object* key) {
    Ref<HamtNode> root = share(hamt->root), left;
    const std::int32_t hash = TRY(hash_of(key));
    if (!root || !TRY(without(root.get(), 0, hash, key, left))) return share(hamt);
    return hamt_of(std::move(left), hamt->count - 1);
}

}  // namespace minipy
