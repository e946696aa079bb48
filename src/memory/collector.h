// The cycle collector: finds objects that only refer to each other and takes them apart.
//
// New objects are on the list of the youngest generation; survivors of a collection move to the next. A
// collection copies the refcounts of the generation's objects, subtracts the references that come from within,
// and keeps what is reachable from objects that still have some: the rest is garbage. Weak references to it are
// emptied, finalizers run (each object's once, PEP 442), what they brought back to life is kept, the rest is
// cleared. This folder knows no type: what the collector asks about objects is declared here and defined in
// `src/objects/`.
//
// CPython: Modules/gcmodule.c
#pragma once

#include <cstdint>

#include "memory/allocator.h"

namespace minipy {

/// A generation: its objects on a circular list through GcHead. `count`: allocations less releases of the
/// youngest, collections of the next younger one for the others; a collection is due when it exceeds the
/// threshold.
struct Generation {
    GcHead head;
    int threshold;
    int count;
};

inline constexpr int generation_count = 3;
extern Generation generations[generation_count];  // youngest first
extern GcHead frozen_objects;                     // gc.freeze(): never looked at

struct GenerationStats {
    std::intptr_t collections, collected, uncollectable;
};

namespace collector_debug {
inline constexpr int stats = 1, collectable = 2, uncollectable = 4, save_all = 32, leak = 38;
}

/// Who wants to know of collections (module gc). Null: nobody.
struct CollectionObserver {
    void (*started)(int generation);
    void (*ended)(int generation, std::intptr_t collected, std::intptr_t uncollectable);
    void (*save)(Object* garbage);  // debug flag save_all
};

struct Collector {
    bool enabled = false;
    bool collecting = false;
    bool stress = false;  // collect at every allocation of a collected object
    int debug = 0;
    GenerationStats stats[generation_count] = {};
    std::intptr_t survivors_pending = 0;  // moved to the oldest generation since its last collection
    std::intptr_t survivors_total = 0;    // in the oldest generation after its last collection
    const CollectionObserver* observer = nullptr;
};
extern Collector collector;

/// A new collected object is about to be allocated: counts it, and collects if that is due. _PyObject_GC_Link.
void collect_if_due();
inline void note_collected_allocation() {
    if (++generations[0].count > generations[0].threshold || collector.stress) [[unlikely]]
        collect_if_due();
}
inline void note_collected_release() noexcept {
    if (generations[0].count > 0) --generations[0].count;
}

/// The links of GcHead, and the marks in the lowest bits of `previous`. The lowest is that of `is_finalized`.
namespace gc_links {

inline constexpr std::uintptr_t finalized_mark = 1;
inline constexpr std::uintptr_t collecting_mark = 2;  // belongs to the set being looked at
inline constexpr std::uintptr_t deferred_mark = 2;    // untracked, waiting for its death: was tracked before
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

}  // namespace gc_links

/// Memory for an object that the collector may look after; untracked. _PyObject_GC_New.
inline void* allocate_collected(std::size_t bytes) {
    note_collected_allocation();
    auto* head = static_cast<GcHead*>(allocate(sizeof(GcHead) + bytes));
    head->next = head->previous = nullptr;
    return head + 1;
}

inline void release_collected(void* object, std::size_t bytes) noexcept {
    note_collected_release();
    release(static_cast<GcHead*>(object) - 1, sizeof(GcHead) + bytes);
}

/// Puts the object under the collector's eyes once its fields are valid. PyObject_GC_Track / UnTrack.
inline void track(Object* object) noexcept { gc_links::append(gc_head(object), &generations[0].head); }

inline void untrack(Object* object) noexcept {
    using namespace gc_links;
    GcHead* head = gc_head(object);
    if (!head->next) return;
    GcHead *before = previous_of(head), *after = head->next;
    before->next = after;
    set_previous(after, before);
    head->next = nullptr;
    head->previous = pointer(bits(head->previous) & finalized_mark);
}

/// Collects the generation and all younger ones; how many objects were unreachable. 0 if a collection is under
/// way. gc_collect_with_callback.
std::intptr_t collect(int generation);

/// Moves all objects of one list to the end of another.
void merge_generation_lists(GcHead& from, GcHead& to) noexcept;
std::intptr_t generation_list_size(const GcHead& list) noexcept;

inline Object* object_of(GcHead* head) noexcept { return reinterpret_cast<Object*>(head + 1); }

/// Whether the object belongs to the set that the running collection found unreachable.
bool is_in_collection(Object* object) noexcept;

// --- defined in src/objects/collected.cpp

using CollectorVisit = int (*)(Object* visited, void* context);

/// Whether the object has a GcHead at all.
bool is_collected(const Object* object) noexcept;
int traverse_object(Object* object, CollectorVisit visit, void* context);
void clear_object(Object* object) noexcept;
/// Runs the object's finalizer if its type has one.
void finalize_object(Object* object) noexcept;
bool has_finalizer(const Object* object) noexcept;
/// Empties the weak references to the objects of the list, then runs the callbacks of those references that are
/// not garbage themselves; how many of the references died by that. handle_weakrefs.
std::intptr_t clear_weak_references_of(GcHead& unreachable) noexcept;
/// Whether the object, and all that it can refer to, cannot be part of a cycle: an exact tuple or, if
/// `dicts`, a dict. _PyTuple_MaybeUntrack, _PyDict_MaybeUntrack.
bool can_be_untracked(Object* object, bool dicts) noexcept;
/// No collection starts by itself while an exception is pending.
bool is_exception_pending() noexcept;
/// "dict" and the like, for debug output.
const char* type_name_of(const Object* object) noexcept;

}  // namespace minipy
