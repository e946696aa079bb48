// The module `gc`: looking at the cycle collector and steering it.
//
// CPython: Modules/gcmodule.c
#include <fmt/format.h>

#include <algorithm>

#include "memory/collector.h"
#include "modules/gc.h"
#include "objects/audit.h"
#include "objects/call.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/exceptions.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "vm/import.h"
#include "vm/traceback_text.h"
#include "vm/warnings.h"

namespace minipy {
namespace {

// Alive for the whole process, since the collector refers to them.
List* garbage = nullptr;
List* callbacks = nullptr;

// --- what the collector tells

/// Calls everything in gc.callbacks with the phase and a dict of figures.
void call_callbacks(Str* phase, int generation, std::intptr_t collected, std::intptr_t uncollectable) {
    if (!callbacks || callbacks->size == 0) return;
    Ref<Dict> info = new_dict();
    const auto set = [&](Str* key, std::int64_t value) {
        (void)dict_set(info.get(), key, new_int(value).get());
    };
    set(name<"generation">, generation);
    set(name<"collected">, collected);
    set(name<"uncollectable">, uncollectable);
    for (Size i = 0; i < callbacks->size; ++i) {
        Ref<Object> callback = share(callbacks->items[i]);
        Ref<Object> result = call(callback.get(), {phase, info.get()});
        if (!result) write_unraisable(callback.get());
    }
}

constexpr CollectionObserver observer = {
    .started = [](int generation) { call_callbacks(name<"start">, generation, 0, 0); },
    .ended =
        [](int generation, std::intptr_t collected, std::intptr_t uncollectable) {
            call_callbacks(name<"stop">, generation, collected, uncollectable);
        },
    .save = [](Object* object) { (void)list_append(garbage, object); },
};

// --- functions

NewRef gc_enable(Object*, Object* const*) {
    collector.enabled = true;
    return new_none();
}

NewRef gc_disable(Object*, Object* const*) {
    collector.enabled = false;
    return new_none();
}

NewRef gc_isenabled(Object*, Object* const*) { return new_bool(collector.enabled); }

NewRef gc_collect(Object*, Object* const* arguments) {
    const int generation = TRY(argument_int(arguments[0]));
    if (generation < 0 || generation >= generation_count) return raise(value_error_type, "invalid generation");
    return new_int(collect(generation));
}

NewRef gc_set_debug(Object*, Object* const* arguments) {
    collector.debug = TRY(argument_int(arguments[0]));
    return new_none();
}

NewRef gc_get_debug(Object*, Object* const*) { return new_int(collector.debug); }

NewRef three_ints(int Generation::*field) {
    Ref<Tuple> tuple = new_tuple_uninitialized(generation_count);
    for (int i = 0; i < generation_count; ++i) tuple->items()[i] = new_int(generations[i].*field).release();
    return tuple;
}

NewRef gc_get_count(Object*, Object* const*) { return three_ints(&Generation::count); }
NewRef gc_get_threshold(Object*, Object* const*) { return three_ints(&Generation::threshold); }

NewRef gc_set_threshold(Object*, Object* const* arguments) {
    const auto* given = static_cast<const Tuple*>(arguments[0]);
    if (given->size < 1 || given->size > generation_count)
        return raise(type_error_type,
                     fmt::format("set_threshold() takes at {} argument{} ({} given)",
                                 given->size ? "most 3" : "least 1", given->size ? "s" : "", given->size));
    for (Size i = 0; i < given->size; ++i) generations[i].threshold = TRY(argument_int((*given)[i]));
    for (Size i = given->size; i < generation_count; ++i) generations[i].threshold = generations[2].threshold;
    return new_none();
}

Status append_generation(List* list, GcHead& generation) {
    for (GcHead* head = generation.next; head != &generation; head = head->next)
        if (object_of(head) != list) TRY(list_append(list, object_of(head)));
    return done;
}

NewRef gc_get_objects(Object*, Object* const* arguments) {
    if (audit_wanted) {
        Ref<Object> generation = is_none(arguments[0]) ? Ref<Object>(new_int(-1)) : share(arguments[0]);
        TRY(audit("gc.get_objects", generation));
    }
    Ref<List> objects = new_list();
    if (is_none(arguments[0])) {
        for (Generation& generation : generations) TRY(append_generation(objects.get(), generation.head));
        return objects;
    }
    const Size generation = TRY(index_size(arguments[0]));
    if (generation >= generation_count)
        return raise(value_error_type,
                     fmt::format("generation parameter must be less than the number of available "
                                 "generations ({})",
                                 generation_count));
    if (generation < 0) return raise(value_error_type, "generation parameter cannot be negative");
    TRY(append_generation(objects.get(), generations[generation].head));
    return objects;
}

NewRef gc_get_stats(Object*, Object* const*) {
    Ref<List> all = new_list();
    for (const GenerationStats& stats : collector.stats) {
        Ref<Dict> row = new_dict();
        TRY(dict_set(row.get(), name<"collections">, new_int(stats.collections).get()));
        TRY(dict_set(row.get(), name<"collected">, new_int(stats.collected).get()));
        TRY(dict_set(row.get(), name<"uncollectable">, new_int(stats.uncollectable).get()));
        TRY(list_append(all.get(), row.get()));
    }
    return all;
}

NewRef gc_is_tracked(Object*, Object* const* arguments) {
    return new_bool(is_collected(arguments[0]) && is_tracked(arguments[0]));
}

NewRef gc_is_finalized(Object*, Object* const* arguments) {
    return new_bool(is_collected(arguments[0]) && is_finalized(arguments[0]));
}

int stop_if_wanted(Object* visited, void* wanted) {
    const auto objects = static_cast<const Tuple*>(wanted)->span();
    return std::find(objects.begin(), objects.end(), visited) != objects.end();
}

NewRef gc_get_referrers(Object*, Object* const* arguments) {
    TRY(audit("gc.get_referrers", arguments[0]));
    Ref<List> referrers = new_list();
    for (Generation& generation : generations)
        for (GcHead* head = generation.head.next; head != &generation.head; head = head->next) {
            Object* object = object_of(head);
            if (object == arguments[0] || object == referrers.get()) continue;
            if (traverse_object(object, stop_if_wanted, arguments[0]))
                TRY(list_append(referrers.get(), object));
        }
    return referrers;
}

NewRef gc_get_referents(Object*, Object* const* arguments) {
    TRY(audit("gc.get_referents", arguments[0]));
    Ref<List> referents = new_list();
    const CollectorVisit append = [](Object* visited, void* list) {
        return list_append(static_cast<List*>(list), visited) ? 0 : 1;
    };
    for (Object* object : static_cast<const Tuple*>(arguments[0])->span())
        if (is_collected(object) && traverse_object(object, append, referents.get())) return failed;
    return referents;
}

NewRef gc_freeze(Object*, Object* const*) {
    for (Generation& generation : generations) {
        merge_generation_lists(generation.head, frozen_objects);
        generation.count = 0;
    }
    return new_none();
}

NewRef gc_unfreeze(Object*, Object* const*) {
    merge_generation_lists(frozen_objects, generations[generation_count - 1].head);
    return new_none();
}

NewRef gc_get_freeze_count(Object*, Object* const*) { return new_int(generation_list_size(frozen_objects)); }

constexpr NativeDef functions[] = {
    {"enable", gc_enable, "($module, /)", "Lets collections start by themselves."},
    {"disable", gc_disable, "($module, /)", "Collections start by gc.collect() only."},
    {"isenabled", gc_isenabled, "($module, /)", "Whether collections start by themselves."},
    {"set_debug", gc_set_debug, "($module, flags, /)", "What collections report: the sum of DEBUG_ flags."},
    {"get_debug", gc_get_debug, "($module, /)", "The debug flags."},
    {"get_count", gc_get_count, "($module, /)", "The counts that the thresholds are compared with."},
    {"set_threshold", gc_set_threshold, "-($module, *args)",
     "set_threshold(youngest, [middle, [oldest]]): the counts above which a collection is due; 0: never."},
    {"get_threshold", gc_get_threshold, "($module, /)", "The thresholds of the three generations."},
    {"collect", gc_collect, "($module, /, generation=2)",
     "Collects a generation and all younger ones; the number of unreachable objects."},
    {"get_objects", gc_get_objects, "($module, /, generation=None)", "The tracked objects, or a generation's."},
    {"get_stats", gc_get_stats, "($module, /)", "Figures of each generation as a list of dicts."},
    {"is_tracked", gc_is_tracked, "($module, obj, /)", "Whether the collector looks at the object."},
    {"is_finalized", gc_is_finalized, "($module, obj, /)", "Whether the object's finalizer has run."},
    {"get_referrers", gc_get_referrers, "-($module, *objs)", "The tracked objects that refer to one of these."},
    {"get_referents", gc_get_referents, "-($module, *objs)", "The objects that these refer to."},
    {"freeze", gc_freeze, "($module, /)", "Takes all tracked objects out of the generations."},
    {"unfreeze", gc_unfreeze, "($module, /)", "Puts frozen objects into the oldest generation."},
    {"get_freeze_count", gc_get_freeze_count, "($module, /)", "The number of frozen objects."},
};

Status fill(Module* module) {
    if (!garbage) garbage = new_list().release();
    if (!callbacks) callbacks = new_list().release();
    collector.observer = &observer;
    TRY(module_set(module, "garbage", garbage));
    TRY(module_set(module, "callbacks", callbacks));
    constexpr struct {
        const char* name;
        int value;
    } flags[] = {
        {"DEBUG_STATS", collector_debug::stats},
        {"DEBUG_COLLECTABLE", collector_debug::collectable},
        {"DEBUG_UNCOLLECTABLE", collector_debug::uncollectable},
        {"DEBUG_SAVEALL", collector_debug::save_all},
        {"DEBUG_LEAK", collector_debug::leak},
    };
    for (const auto& flag : flags) TRY(module_set(module, flag.name, new_int(flag.value).get()));
    return done;
}

const ModuleSpec spec = {"gc", "The collector of reference cycles.", functions, fill};

}  // namespace

Ref<Module> make_gc_module() { return new_native_module(spec); }

void report_garbage_at_exit() noexcept {
    if (!garbage || garbage->size == 0 || collector.debug & collector_debug::save_all) return;
    const bool listed = collector.debug & collector_debug::uncollectable;
    Ref<Str> message =
        str_from_utf8(fmt::format("gc: {} uncollectable objects at shutdown{}", garbage->size,
                                  listed ? "" : "; use gc.set_debug(gc.DEBUG_UNCOLLECTABLE) to list them"));
    WarningPlace place{
        .filename = str_from_utf8("gc"), .line = 0, .module = str_from_utf8("gc"), .registry = {}};
    if (!warn_explicit({&resource_warning_type, message.get()}, place)) write_unraisable(nullptr);
    if (!listed) return;
    if (Ref<Object> text = repr(garbage))
        write_error_text(fmt::format("      {}\n", str_utf8(static_cast<Str*>(text.get()))),
                         sys_attribute(name<"stderr">));
    else
        write_unraisable(garbage);
}

}  // namespace minipy
