// Memory for objects. `allocate`/`release` serve plain objects; `allocate_collected` (collector.h) puts the
// collector's two-word header in front of those that can be part of a cycle.
//
// Small blocks are rounded up to size classes. The blocks of a class that were released last wait in a list of
// their own and are handed out again first, inline in a few instructions where the size is a constant; only
// when the list is empty or full is a pool (allocator.cpp) asked. This is the free list of every type at once.
// Under AddressSanitizer every block comes from malloc, so that it sees each of them.
//
// CPython: Objects/obmalloc.c, Include/internal/pycore_gc.h
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "memory/object.h"

namespace minipy {

namespace small_blocks {

inline constexpr std::size_t alignment = 16, largest = 512, class_count = largest / alignment;
#ifdef MINIPY_SANITIZED
inline constexpr bool in_use = false;
#else
inline constexpr bool in_use = true;
#endif

constexpr bool fit(std::size_t bytes) noexcept { return in_use && bytes - 1 < largest; }
constexpr std::size_t size_class(std::size_t bytes) noexcept { return (bytes - 1) / alignment; }

/// Blocks of one size class released last, each with the link to the next in its first word.
struct Recent {
    void* first;
    std::size_t room;  // how many more are taken in
};
extern std::array<Recent, class_count> recent;

}  // namespace small_blocks

void* allocate_from_pool(std::size_t bytes);
void release_to_pool(void* block, std::size_t bytes) noexcept;

/// PyObject_Malloc. Never returns null: memory that is not to be had ends in `std::bad_alloc`.
inline void* allocate(std::size_t bytes) {
    if (small_blocks::fit(bytes)) [[likely]] {
        small_blocks::Recent& recent = small_blocks::recent[small_blocks::size_class(bytes)];
        if (void* block = recent.first) [[likely]] {
            recent.first = *static_cast<void**>(block);
            ++recent.room;
            return block;
        }
    }
    return allocate_from_pool(bytes);
}

/// PyObject_Free. `bytes` is what was asked for; null is allowed.
inline void release(void* block, std::size_t bytes) noexcept {
    if (!block) return;
    if (small_blocks::fit(bytes)) [[likely]] {
        small_blocks::Recent& recent = small_blocks::recent[small_blocks::size_class(bytes)];
        if (recent.room) [[likely]] {
            *static_cast<void**>(block) = recent.first;
            recent.first = block;
            --recent.room;
            return;
        }
    }
    release_to_pool(block, bytes);
}

/// PyObject_Realloc.
void* reallocate(void* block, std::size_t old_bytes, std::size_t new_bytes);

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

/// The list of deaths that wait (objects/destroy.cpp) goes through the headers. Linking untracks the object;
/// taking it off the list tracks it again if it was.
void set_deferred_link(Object* object, Object* next) noexcept;
Object* take_deferred_link(Object* object) noexcept;

}  // namespace minipy
