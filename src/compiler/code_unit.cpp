// Numberings and the pool of constants: see code_unit.h.
//
// Both are open-addressing tables that are never more than half full: a compilation looks up a name or a
// constant for most of its instructions.
//
// CPython: Python/compile.c (compiler_add_o, merge_consts_recursive)
#include "compiler/code_unit.h"

#include "objects/constant.h"
#include "objects/set.h"
#include "objects/singletons.h"
#include "objects/tuple.h"

namespace minipy {

namespace {

std::size_t address_hash(const Object* object) noexcept {
    return (reinterpret_cast<std::uintptr_t>(object) >> 4) * 0x9E3779B97F4A7C15u >> 20;
}

}  // namespace

// Numbering.

int Numbering::find(const Object* object) const noexcept {
    if (slots_.empty()) {
        for (std::size_t i = 0; i < items_.size(); ++i) {
            if (items_[i] == object) return static_cast<int>(i);
        }
        return -1;
    }
    std::size_t mask = slots_.size() - 1;
    for (std::size_t i = address_hash(object) & mask;; i = (i + 1) & mask) {
        if (slots_[i] < 0 || items_[static_cast<std::size_t>(slots_[i])] == object) return slots_[i];
    }
}

/// Puts an item that has just been appended into the table.
void Numbering::enter(int number) {
    if (items_.size() * 2 > slots_.size()) return rebuild(std::bit_ceil(items_.size() * 4));
    std::size_t mask = slots_.size() - 1;
    std::size_t i = address_hash((*this)[number]) & mask;
    while (slots_[i] >= 0) i = (i + 1) & mask;
    slots_[i] = number;
}

void Numbering::rebuild(std::size_t slot_count) {
    slots_.assign(slot_count, -1);
    for (int number = 0; number < size(); ++number) enter(number);
}

void Numbering::truncate(int size) {
    items_.resize(static_cast<std::size_t>(size));
    if (!slots_.empty()) rebuild(slots_.size());
}

// ConstantPool.

ConstantPool::~ConstantPool() {
    for (const Slot& slot : slots_) xdecref(slot.constant);
}

Object* ConstantPool::unique(Object* constant) {
    if (constant == &none || constant == &ellipsis) return constant;
    if ((used_ + 1) * 2 > slots_.size()) grow();
    std::size_t hash = constant_hash(constant), mask = slots_.size() - 1;
    std::size_t i = hash & mask;
    for (; slots_[i].constant; i = (i + 1) & mask) {
        if (slots_[i].hash == hash && constant_equal(slots_[i].constant, constant)) return slots_[i].constant;
    }
    if (is_frozenset(constant)) return add_frozenset(static_cast<Set*>(constant), hash);
    incref(constant);
    slots_[i] = {hash, constant};
    ++used_;
    if (is_exactly(constant, tuple_type)) {
        auto* tuple = static_cast<Tuple*>(constant);
        for (Size item = 0; item < tuple->size; ++item) replace(tuple->items()[item]);
    }
    return constant;
}

/// A frozenset is made again of the pool's items, in the order of its slots: that decides the order in which
/// the new one shows them. An empty one stays as it is.
Object* ConstantPool::add_frozenset(Set* set, std::size_t hash) {
    std::vector<Object*> items;
    for (const SetEntry& entry : set->slots()) {
        if (entry.key) items.push_back(unique(entry.key));
    }
    if ((used_ + 1) * 2 > slots_.size()) grow();  // the items may have filled it
    std::size_t mask = slots_.size() - 1, i = hash & mask;
    while (slots_[i].constant) i = (i + 1) & mask;
    slots_[i] = {hash, items.empty() ? share<Object>(set).release() : new_frozenset(items).release()};
    ++used_;
    return slots_[i].constant;
}

/// Puts the pool's object into the place of an equal one.
void ConstantPool::replace(Object*& item) {
    Object* shared = unique(item);
    if (shared == item) return;
    incref(shared);
    decref(std::exchange(item, shared));
}

void ConstantPool::grow() {
    std::vector<Slot> old(slots_.empty() ? 64 : slots_.size() * 2);
    old.swap(slots_);
    std::size_t mask = slots_.size() - 1;
    for (const Slot& slot : old) {
        if (!slot.constant) continue;
        std::size_t i = slot.hash & mask;
        while (slots_[i].constant) i = (i + 1) & mask;
        slots_[i] = slot;
    }
}

}  // namespace minipy
