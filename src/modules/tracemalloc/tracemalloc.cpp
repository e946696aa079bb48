// _tracemalloc: which memory is in use, and where in the program it was asked for.
//
// The tables are tracer.h's; this file shows them as Python objects. Everything that makes objects copies what
// it reads first, since making them changes the tables.
//
// CPython: Modules/_tracemalloc.c, Modules/clinic/_tracemalloc.c.h
#include "modules/tracemalloc/tracemalloc.h"

#include <vector>

#include "modules/support.h"
#include "modules/tracemalloc/tracer.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/singletons.h"
#include "objects/slot_fields.h"

namespace minipy {
namespace {

namespace tm = tracing_memory;

/// ((file name, line), ...), the innermost first.
Ref<Object> way_tuple(const tm::Way& way) {
    static Str* const unknown = intern("<unknown>").release();
    Ref<Tuple> places = new_tuple_uninitialized(static_cast<Size>(way.places.size()));
    Object** item = places->items();
    for (const tm::Place& place : way.places)
        *item++ = pack({place.filename ? place.filename : unknown, new_int(place.line).get()}).release();
    return places;
}

NewRef tracemalloc_is_tracing(Object*, Object* const*) { return new_bool(tm::is_tracing()); }

NewRef tracemalloc_clear_traces(Object*, Object* const*) {
    tm::clear();
    return new_none();
}

NewRef tracemalloc_start(Object*, Object* const* arguments) {
    TRY(start_memory_trace(arguments[0] ? TRY(argument_int(arguments[0])) : 1));
    return new_none();
}

NewRef tracemalloc_stop(Object*, Object* const*) {
    tm::stop();
    return new_none();
}

NewRef tracemalloc_get_traceback_limit(Object*, Object* const*) { return new_int(tm::places_limit()); }

NewRef tracemalloc_get_tracemalloc_memory(Object*, Object* const*) {
    return new_int(static_cast<std::int64_t>(tm::own_memory()));
}

NewRef tracemalloc_get_traced_memory(Object*, Object* const*) {
    const tm::Usage usage = tm::usage();
    return pack({new_int(static_cast<std::int64_t>(usage.now)).get(),
                 new_int(static_cast<std::int64_t>(usage.peak)).get()});
}

NewRef tracemalloc_reset_peak(Object*, Object* const*) {
    tm::reset_peak();
    return new_none();
}

/// A copy of the traces and of the ways they share, so that nothing in it changes while objects are made.
struct Snapshot {
    struct Entry {
        unsigned domain;
        std::size_t bytes;
        const tm::Way* way;  // in the tracer's tables: only compared
    };
    std::vector<Entry> entries;
    std::unordered_map<const tm::Way*, tm::Way> ways;
    std::vector<Ref<Str>> names;  // keep the file names alive

    Snapshot() {
        entries.reserve(tm::traces().size());
        for (const auto& [key, trace] : tm::traces()) {
            entries.push_back({key.domain, trace.bytes, trace.way});
            if (!ways.try_emplace(trace.way, *trace.way).second) continue;
            for (const tm::Place& place : trace.way->places)
                if (place.filename) names.push_back(share(place.filename));
        }
    }
};

/// [(domain, size, places, depth), ...]: blocks that came the same way have the same tuple of places.
NewRef tracemalloc_get_traces(Object*, Object* const*) {
    if (!tm::is_tracing()) return new_list();
    const Snapshot snapshot;
    std::unordered_map<const tm::Way*, Ref<Object>> tuples;
    for (const auto& [address, way] : snapshot.ways) tuples.emplace(address, way_tuple(way));
    Ref<List> traces = new_list();
    for (const Snapshot::Entry& entry : snapshot.entries) {
        Ref<Tuple> trace =
            pack({new_int(entry.domain).get(), new_int(static_cast<std::int64_t>(entry.bytes)).get(),
                  tuples.at(entry.way).get(), new_int(snapshot.ways.at(entry.way).depth).get()});
        TRY(list_append_steal(traces.get(), trace.release()));
    }
    return traces;
}

NewRef tracemalloc_get_object_traceback(Object*, Object* const* arguments) {
    const Object* object = arguments[0];
    return traced_way(0, reinterpret_cast<std::uintptr_t>(object) - head_bytes(object->type));
}

constexpr NativeDef functions[] = {
    {"is_tracing", tracemalloc_is_tracing, "($module, /)", "Whether memory is being traced."},
    {"clear_traces", tracemalloc_clear_traces, "($module, /)", "Forgets all blocks traced so far."},
    {"_get_traces", tracemalloc_get_traces, "($module, /)",
     "A list of (domain, size, places, depth) for the blocks in use; empty if memory is not traced."},
    {"_get_object_traceback", tracemalloc_get_object_traceback, "($module, obj, /)",
     "The places that led to the object's memory, or None."},
    {"start", tracemalloc_start, "($module, nframe=1, /)",
     "Begins to trace memory, remembering at most so many frames of each block."},
    {"stop", tracemalloc_stop, "($module, /)", "Ends tracing and forgets all blocks."},
    {"get_traceback_limit", tracemalloc_get_traceback_limit, "($module, /)",
     "How many frames of a block are remembered."},
    {"get_tracemalloc_memory", tracemalloc_get_tracemalloc_memory, "($module, /)",
     "Octets that the traces themselves take."},
    {"get_traced_memory", tracemalloc_get_traced_memory, "($module, /)",
     "(octets in use, the most there have been) of what was traced."},
    {"reset_peak", tracemalloc_reset_peak, "($module, /)", "Lets the peak begin again at what is in use now."},
};

const ModuleSpec spec = {"_tracemalloc", "Where the memory in use was asked for.", functions};

}  // namespace

Status start_memory_trace(int frames) {
    if (frames < 1 || frames > tm::most_places)
        return raise(value_error_type,
                     fmt::format("the number of frames must be in range [1; {}]", tm::most_places));
    tm::start(frames);
    return done;
}

Ref<Object> traced_way(unsigned domain, std::uintptr_t address) {
    const tm::Trace* trace = tm::find({address, domain});
    if (!trace) return share(&none);
    const tm::Way way = *trace->way;
    std::vector<Ref<Str>> names;
    for (const tm::Place& place : way.places)
        if (place.filename) names.push_back(share(place.filename));
    return way_tuple(way);
}

Ref<Module> make_tracemalloc_module() { return new_native_module(spec); }

}  // namespace minipy
