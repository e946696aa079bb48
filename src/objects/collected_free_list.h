// Free lists of objects that the collector looks after: dead ones of one built-in type, kept with their header.
//
// As in CPython only fresh memory counts as an allocation for the collector, and only memory that is given back
// as a release. Invariant: an object on the list is untracked and of exactly the type, not of a subclass.
// Gain: no way through the allocator, no computing of layouts, for types whose objects come and go.
//
// CPython: the `free_list` of Objects/listobject.c and Objects/dictobject.c
#pragma once

#include "memory/collector.h"
#include "objects/free_list.h"

namespace minipy {

template <class T, std::size_t limit>
class CollectedFreeList {
  public:
    /// Memory for an object, untracked, its fields not set.
    T* take() {
        if (blocks_.size() == 0 || collector.stress) [[unlikely]]
            note_collected_allocation();
        auto* head = static_cast<GcHead*>(blocks_.take());
        head->next = nullptr;
        head->previous = nullptr;
        return reinterpret_cast<T*>(head + 1);
    }

    void give(Object* object) noexcept {
        if (blocks_.size() == limit) [[unlikely]]
            note_collected_release();
        blocks_.give(gc_head(object));
    }

  private:
    FreeList<sizeof(GcHead) + sizeof(T), limit> blocks_;
};

}  // namespace minipy
