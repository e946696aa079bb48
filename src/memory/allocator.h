// Memory for objects. `allocate`/`release` serve plain objects; `allocate_collected` puts the collector's
// two-word header in front of those that can be part of a cycle.
//
// Invariant: a collected object is on exactly one generation list from `track` to `untrack`, and untracked
// before its memory is released.
//
// CPython: Objects/obmalloc.c, Include/internal/pycore_gc.h
#pragma once

#include <cstddef>
#include <cstdint>

#include "memory/object.h"

namespace minipy {

/// PyObject_Malloc. Never returns null: memory that is not to be had ends in `std::bad_alloc`.
void* allocate(std::size_t bytes);
/// PyObject_Realloc.
void* reallocate(void* block, std::size_t old_bytes, std::size_t new_bytes);
/// PyObject_Free. `bytes` is what was asked for.
void release(void* block, std::size_t bytes) noexcept;

/// PyGC_Head: the links of the generation list, in front of every collected object.
struct GcHead {
    GcHead* next;  // null while untracked
    GcHead* previous;  // the lowest bits are marks (collector.h); while a collection counts, a count lies here
};

inline GcHead* gc_head(Object* object) noexcept { return reinterpret_cast<GcHead*>(object) - 1; }
inline bool is_tracked(Object* object) noexcept { return gc_head(object)->next != nullptr; }

/// Whether the object's finalizer has run; kept in the low bit of `previous` so that it survives untracking.
inline bool is_finalized(Object* object) noexcept {
    return reinterpret_cast<std::uintptr_t>(gc_head(object)->previous) & 1;
}
inline void mark_finalized(Object* object) noexcept {
    GcHead* head = gc_head(object);
    head->previous = reinterpret_cast<GcHead*>(reinterpret_cast<std::uintptr_t>(head->previous) | 1);
}

/// Memory for an object that the collector may look after; untracked. _PyObject_GC_New.
void* allocate_collected(std::size_t bytes);
void release_collected(void* object, std::size_t bytes) noexcept;

/// Puts the object under the collector's eyes once its fields are valid. PyObject_GC_Track / UnTrack.
void track(Object* object) noexcept;
void untrack(Object* object) noexcept;

/// The list of deaths that wait (objects/destroy.cpp) goes through the headers. Linking untracks the object;
/// taking it off the list tracks it again if it was.
void set_deferred_link(Object* object, Object* next) noexcept;
Object* take_deferred_link(Object* object) noexcept;

}  // namespace minipy
