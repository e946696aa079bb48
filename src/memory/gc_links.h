// The links of the generation lists, in line: what every object that is made or dies goes through.
//
// The two lowest bits of `previous` are marks and stay when an object changes its place. `track` and `untrack`
// (allocator.h) are these functions out of line, for whoever makes objects rarely.
//
// CPython: Include/internal/pycore_gc.h (_PyObject_GC_TRACK, _PyObject_GC_UNTRACK)
#pragma once

#include <cstdint>

#include "memory/collector.h"

namespace minipy::gc_links {

// Marks in `previous`. The lowest one is `is_finalized` (allocator.h).
inline constexpr std::uintptr_t finalized_mark = 1;
inline constexpr std::uintptr_t collecting_mark = 2;  // belongs to the set being looked at
inline constexpr std::uintptr_t marks = finalized_mark | collecting_mark;

inline std::uintptr_t bits(const void* pointer) noexcept { return reinterpret_cast<std::uintptr_t>(pointer); }
inline GcHead* pointer(std::uintptr_t value) noexcept { return reinterpret_cast<GcHead*>(value); }

inline GcHead* previous_of(const GcHead* head) noexcept { return pointer(bits(head->previous) & ~marks); }

/// Links while keeping the marks.
inline void set_previous(GcHead* head, GcHead* previous) noexcept {
    head->previous = pointer((bits(head->previous) & marks) | bits(previous));
}

inline void append(GcHead* head, GcHead* list) noexcept {
    GcHead* last = list->previous;
    set_previous(head, last);
    last->next = head;
    head->next = list;
    list->previous = head;
}

/// `track` for an object that is not tracked yet.
inline void link(Object* object) noexcept { append(gc_head(object), &generations[0].head); }

/// `untrack`.
inline void unlink(Object* object) noexcept {
    GcHead* head = gc_head(object);
    if (!head->next) return;
    GcHead *before = previous_of(head), *after = head->next;
    before->next = after;
    set_previous(after, before);
    head->next = nullptr;
    head->previous = pointer(bits(head->previous) & finalized_mark);
}

}  // namespace minipy::gc_links
