// Tracking, and the collection of cycles.
//
// While a collection counts, an object's `previous` holds its count of references from outside above the two
// marks, and `next` of an object on the list of the unreachable carries a mark of its own. Invariant: outside
// of `find_unreachable` both links are plain again, but for the marks in `previous`.
//
// CPython: Modules/gcmodule.c
#include "memory/collector.h"

#include <cassert>
#include <chrono>
#include <cstdio>

namespace minipy {
namespace {

using namespace gc_links;

constexpr int count_shift = 2;
// Mark in `next`: believed to be unreachable so far.
constexpr std::uintptr_t unreachable_mark = 1;

bool is_collecting(const GcHead* head) noexcept { return bits(head->previous) & collecting_mark; }
void stop_collecting(GcHead* head) noexcept {
    head->previous = pointer(bits(head->previous) & ~collecting_mark);
}

std::uintptr_t outside_count(const GcHead* head) noexcept { return bits(head->previous) >> count_shift; }
void set_outside_count(GcHead* head, std::uintptr_t count) noexcept {
    head->previous = pointer((bits(head->previous) & marks) | count << count_shift);
}

// --- lists

void make_empty(GcHead& list) noexcept { list.next = list.previous = &list; }
bool is_empty(const GcHead& list) noexcept { return list.next == &list; }

/// Moves one object from whatever list it is on to the end of another.
void move(GcHead* head, GcHead& list) noexcept {
    GcHead *before = previous_of(head), *after = head->next;
    before->next = after;
    set_previous(after, before);
    append(head, &list);
}

// --- which objects are unreachable

void copy_refcounts(GcHead& list) noexcept {
    for (GcHead* head = list.next; head != &list; head = head->next) {
        const auto count = static_cast<std::uintptr_t>(object_of(head)->refcount);
        head->previous =
            pointer((bits(head->previous) & finalized_mark) | collecting_mark | count << count_shift);
    }
}

int visit_subtract(Object* visited, void*) {
    if (!is_collected(visited)) return 0;
    GcHead* head = gc_head(visited);
    if (!is_collecting(head)) return 0;
    assert(outside_count(head) > 0 && "a traverse slot visits what its object does not own");
    set_outside_count(head, outside_count(head) - 1);
    return 0;
}

void subtract_internal_references(GcHead& list) {
    for (GcHead* head = list.next; head != &list; head = head->next)
        traverse_object(object_of(head), visit_subtract, nullptr);
}

/// An object that a reachable one refers to is reachable. If the scan has passed it already it comes back from
/// the list of the unreachable to the end of the scan; else its count says so when the scan gets there.
int visit_reachable(Object* visited, void* context) {
    if (!is_collected(visited)) return 0;
    GcHead* head = gc_head(visited);
    if (!is_collecting(head)) return 0;
    if (bits(head->next) & unreachable_mark) {
        GcHead *before = previous_of(head), *after = pointer(bits(head->next) & ~unreachable_mark);
        before->next = head->next;  // with its mark
        set_previous(after, before);
        append(head, static_cast<GcHead*>(context));
        set_outside_count(head, 1);
    } else if (outside_count(head) == 0) {
        set_outside_count(head, 1);
    }
    return 0;
}

/// Scans the list from left to right; what has no references from outside by then moves to `unreachable`. To
/// the left of the scan `previous` is a link again, to the right it still is a count.
void separate(GcHead& list, GcHead& unreachable) {
    GcHead* before = &list;
    for (GcHead* head = list.next; head != &list; head = before->next) {
        if (outside_count(head)) {
            traverse_object(object_of(head), visit_reachable, &list);
            set_previous(head, before);
            stop_collecting(head);
            before = head;
            continue;
        }
        before->next = head->next;
        GcHead* last = previous_of(&unreachable);
        last->next = pointer(bits(head) | unreachable_mark);
        set_previous(head, last);
        head->next = pointer(bits(&unreachable) | unreachable_mark);
        unreachable.previous = head;
    }
    list.previous = before;
    // Plain links again; the mark `collecting` stays on the unreachable ones.
    unreachable.next = pointer(bits(unreachable.next) & ~unreachable_mark);
    for (GcHead* head = unreachable.next; head != &unreachable; head = head->next)
        head->next = pointer(bits(head->next) & ~unreachable_mark);
}

/// Takes the objects that cannot be reached from outside of the list off it. deduce_unreachable.
void find_unreachable(GcHead& list, GcHead& unreachable) {
    make_empty(unreachable);
    copy_refcounts(list);
    subtract_internal_references(list);
    separate(list, unreachable);
}

// --- what cannot be taken apart

int visit_uncollectable(Object* visited, void* context) {
    if (!is_collected(visited) || !is_collecting(gc_head(visited))) return 0;
    stop_collecting(gc_head(visited));
    move(gc_head(visited), *static_cast<GcHead*>(context));
    return 0;
}

}  // namespace

/// Whether the object would be finalized in the old way, by `tp_del` (src/objects/legacy_finalizer.cpp).
bool has_legacy_finalizer(const Object* object) noexcept;

namespace {

/// Objects with a finalizer of the old kind, which may want to see any object that they can reach: they and all
/// these go to a list of their own. move_legacy_finalizers, move_legacy_finalizer_reachable.
void take_uncollectable(GcHead& unreachable, GcHead& uncollectable) noexcept {
    for (GcHead *head = unreachable.next, *next; head != &unreachable; head = next) {
        next = head->next;
        if (has_legacy_finalizer(object_of(head))) visit_uncollectable(object_of(head), &uncollectable);
    }
    for (GcHead* head = uncollectable.next; head != &uncollectable; head = head->next)
        traverse_object(object_of(head), visit_uncollectable, &uncollectable);
}

/// Hands them to whoever keeps garbage; they live on. handle_legacy_finalizers.
void keep_uncollectable(GcHead& uncollectable, GcHead& old) noexcept {
    for (GcHead* head = uncollectable.next; head != &uncollectable; head = head->next)
        if (collector.observer &&
            (collector.debug & collector_debug::save_all || has_legacy_finalizer(object_of(head))))
            collector.observer->save(object_of(head));
    merge_generation_lists(uncollectable, old);
}

// --- what happens to the others

/// Runs each finalizer that has not run yet. They may do anything, also to the list. finalize_garbage.
void run_finalizers(GcHead& unreachable) noexcept {
    GcHead seen;
    make_empty(seen);
    while (!is_empty(unreachable)) {
        GcHead* head = unreachable.next;
        Object* object = object_of(head);
        move(head, seen);
        if (is_finalized(object) || !has_finalizer(object)) continue;
        mark_finalized(object);
        incref(object);
        finalize_object(object);
        decref(object);
    }
    merge_generation_lists(seen, unreachable);
}

/// Moves what a finalizer has brought back to life to `old`; the rest to `final`. handle_resurrected_objects.
void keep_resurrected(GcHead& unreachable, GcHead& final, GcHead& old) {
    for (GcHead* head = unreachable.next; head != &unreachable; head = head->next) stop_collecting(head);
    find_unreachable(unreachable, final);
    merge_generation_lists(unreachable, old);
}

/// Breaks the cycles. What is still alive afterwards may die later. delete_garbage.
void clear_garbage(GcHead& unreachable, GcHead& old) noexcept {
    while (!is_empty(unreachable)) {
        GcHead* head = unreachable.next;
        Object* object = object_of(head);
        if (collector.debug & collector_debug::save_all && collector.observer) {
            collector.observer->save(object);
        } else {
            incref(object);
            clear_object(object);
            decref(object);
        }
        if (unreachable.next == head) {
            stop_collecting(head);
            move(head, old);
        }
    }
}

void untrack_atoms(GcHead& list, bool dicts) noexcept {
    for (GcHead *head = list.next, *next; head != &list; head = next) {
        next = head->next;
        if (can_be_untracked(object_of(head), dicts)) untrack(object_of(head));
    }
}

double seconds() noexcept {
    using namespace std::chrono;
    return duration<double>(steady_clock::now().time_since_epoch()).count();
}

void report_start(int generation) {
    std::fprintf(stderr, "gc: collecting generation %d...\ngc: objects in each generation:", generation);
    for (const Generation& each : generations) std::fprintf(stderr, " %td", generation_list_size(each.head));
    std::fprintf(stderr, "\ngc: objects in permanent generation: %td\n", generation_list_size(frozen_objects));
}

/// debug_cycle.
void report_objects(const GcHead& list, const char* what) {
    for (GcHead* head = list.next; head != &list; head = head->next)
        std::fprintf(stderr, "gc: %s <%s %p>\n", what, type_name_of(object_of(head)),
                     static_cast<void*>(object_of(head)));
}

/// Empties weak references, runs finalizers, clears; how many objects were garbage.
std::intptr_t dispose(GcHead& unreachable, GcHead& old) {
    if (collector.debug & collector_debug::collectable) report_objects(unreachable, "collectable");
    std::intptr_t collected = clear_weak_references_of(unreachable);
    run_finalizers(unreachable);
    GcHead final;
    keep_resurrected(unreachable, final, old);
    collected += generation_list_size(final);
    clear_garbage(final, old);
    return collected;
}

struct Collected {
    std::intptr_t collected, uncollectable;
};

/// gc_collect_main.
Collected collect_generation(int generation) {
    const double start = collector.debug & collector_debug::stats ? seconds() : 0;
    if (start) report_start(generation);
    const bool oldest = generation == generation_count - 1;
    if (!oldest) ++generations[generation + 1].count;
    for (int i = 0; i <= generation; ++i) generations[i].count = 0;
    GcHead& young = generations[generation].head;
    GcHead& old = generations[oldest ? generation : generation + 1].head;
    for (int i = 0; i < generation; ++i) merge_generation_lists(generations[i].head, young);

    GcHead unreachable, uncollectable;
    find_unreachable(young, unreachable);
    make_empty(uncollectable);
    take_uncollectable(unreachable, uncollectable);
    untrack_atoms(young, oldest);
    if (oldest) {
        collector.survivors_pending = 0;
        collector.survivors_total = generation_list_size(young);
    } else {
        if (generation == generation_count - 2) collector.survivors_pending += generation_list_size(young);
        merge_generation_lists(young, old);
    }
    const Collected result{dispose(unreachable, old), generation_list_size(uncollectable)};
    if (collector.debug & collector_debug::uncollectable) report_objects(uncollectable, "uncollectable");
    if (start)
        std::fprintf(stderr, "gc: done, %td unreachable, %td uncollectable, %.4fs elapsed\n",
                     result.collected + result.uncollectable, result.uncollectable, seconds() - start);
    keep_uncollectable(uncollectable, old);
    GenerationStats& stats = collector.stats[generation];
    ++stats.collections;
    stats.collected += result.collected;
    stats.uncollectable += result.uncollectable;
    return result;
}

/// The oldest generation whose turn it is, or -1. A full collection waits until a quarter as many objects have
/// become old as there were, so that its cost stays linear.
int due_generation() noexcept {
    for (int i = generation_count - 1; i >= 0; --i) {
        if (generations[i].count <= generations[i].threshold) continue;
        if (i == generation_count - 1 && collector.survivors_pending < collector.survivors_total / 4) continue;
        return i;
    }
    return collector.stress ? 0 : -1;
}

}  // namespace

Generation generations[generation_count] = {
    {{&generations[0].head, &generations[0].head}, 700, 0},
    {{&generations[1].head, &generations[1].head}, 10, 0},
    {{&generations[2].head, &generations[2].head}, 10, 0},
};
GcHead frozen_objects{&frozen_objects, &frozen_objects};
Collector collector;

void set_deferred_link(Object* object, Object* next) noexcept {
    const std::uintptr_t was_tracked = is_tracked(object) ? deferred_mark : 0;
    untrack(object);
    GcHead* head = gc_head(object);
    head->previous = pointer((bits(head->previous) & finalized_mark) | was_tracked | bits(next));
}

Object* take_deferred_link(Object* object) noexcept {
    GcHead* head = gc_head(object);
    auto* next = reinterpret_cast<Object*>(bits(previous_of(head)));
    const bool was_tracked = bits(head->previous) & deferred_mark;
    head->previous = pointer(bits(head->previous) & finalized_mark);
    if (was_tracked) track(object);
    return next;
}

bool is_in_collection(Object* object) noexcept { return is_collecting(gc_head(object)); }

void merge_generation_lists(GcHead& from, GcHead& to) noexcept {
    if (is_empty(from)) return;
    GcHead *last = to.previous, *first_moved = from.next, *last_moved = from.previous;
    last->next = first_moved;
    set_previous(first_moved, last);
    last_moved->next = &to;
    to.previous = last_moved;
    make_empty(from);
}

std::intptr_t generation_list_size(const GcHead& list) noexcept {
    std::intptr_t size = 0;
    for (const GcHead* head = list.next; head != &list; head = head->next) ++size;
    return size;
}

std::intptr_t collect(int generation) {
    if (collector.collecting) return 0;
    collector.collecting = true;
    const CollectionObserver* observer = collector.observer;
    if (observer) observer->started(generation);
    const auto [collected, uncollectable] = collect_generation(generation);
    if (observer) observer->ended(generation, collected, uncollectable);
    collector.collecting = false;
    return collected + uncollectable;
}

void collect_if_due() {
    if (!collector.enabled || collector.collecting || !generations[0].threshold || is_exception_pending())
        return;
    const int generation = due_generation();
    if (generation >= 0) (void)collect(generation);
}

}  // namespace minipy
