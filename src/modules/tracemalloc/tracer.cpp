// The tables of tracemalloc, and the functions that the allocator calls while memory is traced.
//
// CPython: Modules/_tracemalloc.c (traceback_new, tracemalloc_add_trace)
#include "modules/tracemalloc/tracer.h"

#include <algorithm>
#include <new>
#include <type_traits>
#include <unordered_set>
#include <utility>

#include "memory/allocation_tracer.h"
#include "vm/frame.h"
#include "vm/tracing.h"

namespace minipy::tracing_memory {
namespace {

struct WayHash {
    std::size_t operator()(const Way& way) const noexcept {
        std::size_t hash = static_cast<std::size_t>(way.depth);
        for (const Place& place : way.places)
            hash = (hash ^ reinterpret_cast<std::uintptr_t>(place.filename) ^
                    static_cast<std::size_t>(place.line) << 40) *
                   0x9E3779B97F4A7C15u;
        return hash ^ hash >> 32;
    }
};

struct NameHash {
    std::size_t operator()(Str* name) const noexcept { return static_cast<std::size_t>(str_hash(name)); }
};
struct SameName {
    bool operator()(const Str* left, const Str* right) const noexcept {
        return left == right || str_equal(left, right);
    }
};

struct Tables {
    Traces traces;
    std::unordered_set<Way, WayHash> ways;
    std::unordered_set<Str*, NameHash, SameName> names;  // owned
    std::size_t way_octets = 0;                          // of the places of all ways

    ~Tables() {
        for (Str* name : names) decref(name);
    }
};

bool tracing = false;
int limit = 1;
Usage memory = {};
Way scratch;  // the way that is being put together
// Null while nothing is traced. Left to the system at the end of the process, when blocks are still released.
Tables* tables = nullptr;

Str* shared_name(Str* name) {
    const auto [place, added] = tables->names.insert(name);
    if (added) incref(name);
    return *place;
}

/// Whether the frame has not come to the function's own code: arguments are bound, cells are made, a generator
/// is. _PyFrame_IsIncomplete.
bool is_incomplete(const Frame* frame) noexcept {
    return frame->owner == FrameOwner::Thread && frame->ip < first_traceable(frame->code);
}

/// The way to where the running thread is.
const Way* current_way() {
    scratch.places.clear();
    scratch.depth = 0;
    for (Frame* frame = current_thread->frame; frame; frame = frame->previous) {
        if (is_incomplete(frame)) continue;
        ++scratch.depth;
        if (static_cast<int>(scratch.places.size()) < limit)
            scratch.places.push_back(
                {shared_name(frame->code->filename.get()), std::max(frame_line(frame), 0)});
    }
    if (scratch.places.empty()) scratch = {{{nullptr, 0}}, 1};
    scratch.depth = std::min(scratch.depth, most_places);
    const auto [way, added] = tables->ways.insert(scratch);
    if (added) tables->way_octets += way->places.capacity() * sizeof(Place);
    return &*way;
}

void note_usage(std::size_t bytes) noexcept {
    memory.now += bytes;
    memory.peak = std::max(memory.peak, memory.now);
}

void forget(const BlockKey& key) noexcept {
    const auto found = tables->traces.find(key);
    if (found == tables->traces.end()) return;
    memory.now -= found->second.bytes;
    tables->traces.erase(found);
}

/// A block for which the tables have no room stays unknown.
void remember(const BlockKey& key, std::size_t bytes) noexcept {
    try {
        forget(key);
        tables->traces[key] = {current_way(), bytes};
        note_usage(bytes);
    } catch (const std::bad_alloc&) {
        tables->traces.erase(key);
    }
}

BlockKey key_of(void* block) noexcept { return {reinterpret_cast<std::uintptr_t>(block), 0}; }

constexpr AllocationTracer tracer = {
    .allocated = [](void* block, std::size_t bytes) noexcept { remember(key_of(block), bytes); },
    .released = [](void* block) noexcept { forget(key_of(block)); },
};

/// Releasing the old names must not be seen by the tables that hold them.
void replace_tables(Tables* next) noexcept {
    set_allocation_tracer(nullptr);
    delete std::exchange(tables, next);
    memory = {};
    if (tables) set_allocation_tracer(&tracer);
}

}  // namespace

void start(int places) {
    if (tracing) return;
    limit = places;
    replace_tables(new Tables);
    tracing = true;
}

void stop() noexcept {
    tracing = false;
    replace_tables(nullptr);
}

bool is_tracing() noexcept { return tracing; }

void clear() noexcept {
    if (tracing) replace_tables(new Tables);
}

int places_limit() noexcept { return limit; }

const Traces& traces() noexcept { return tables->traces; }

Usage usage() noexcept { return memory; }

void reset_peak() noexcept { memory.peak = memory.now; }

std::size_t own_memory() noexcept {
    if (!tables) return 0;
    const auto octets = [](const auto& table) {
        using Entry = typename std::remove_cvref_t<decltype(table)>::value_type;
        constexpr std::size_t links = 2 * sizeof(void*);  // of a node: the next one, and its hash
        return table.bucket_count() * sizeof(void*) + table.size() * (sizeof(Entry) + links);
    };
    return octets(tables->traces) + octets(tables->ways) + octets(tables->names) + tables->way_octets;
}

const Trace* find(const BlockKey& key) noexcept {
    if (!tables) return nullptr;
    const auto found = tables->traces.find(key);
    return found == tables->traces.end() ? nullptr : &found->second;
}

void track(const BlockKey& key, std::size_t bytes) noexcept {
    if (tables) remember(key, bytes);
}

void untrack(const BlockKey& key) noexcept {
    if (tables) forget(key);
}

}  // namespace minipy::tracing_memory
