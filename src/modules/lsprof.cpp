// _lsprof: how often each function is called and how long it takes; what cProfile is made of.
//
// The profiler is the thread's profile function. It keeps a stack of the calls under way; when one ends, its
// time counts for its function, and is taken from what its caller has spent in its own code. Invariant: time in
// a recursive function counts once, when its outermost call ends (`depth` is 0 again). Times are sums modulo
// 2**64, as a timer of the program's own may say anything.
//
// CPython: Modules/_lsprof.c
#include <memory>
#include <unordered_map>
#include <vector>

#include "modules/blocking.h"
#include "modules/support.h"
#include "objects/arguments.h"
#include "objects/call.h"
#include "objects/code.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/number_convert.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/struct_sequence.h"
#include "vm/frame.h"
#include "vm/tracing.h"

namespace minipy {
namespace {

constexpr const char* entry_fields[] = {"code",      "callcount",  "reccallcount",
                                        "totaltime", "inlinetime", "calls"};
const StructSequenceSpec entry_spec = {"_lsprof.profiler_entry", nullptr, entry_fields, 6};
const StructSequenceSpec subentry_spec = {"_lsprof.profiler_subentry", nullptr, {entry_fields, 5}, 5};
StructSequenceType entry_type(entry_spec), subentry_type(subentry_spec);

using Time = std::uint64_t;

/// What is counted of a function, or of its calls by one caller.
struct Counts {
    Time total = 0, own = 0;
    std::int64_t calls = 0, recursive_calls = 0;
    std::int64_t depth = 0;  // calls under way

    void end_call(Time time, Time own_time) noexcept {
        if (--depth == 0)
            total += time;
        else
            ++recursive_calls;
        own += own_time;
        ++calls;
    }
};

struct Entry : Counts {
    Ref<Object> code;  // a code object, or the description of a native
    std::unordered_map<Entry*, Counts> callees;
};

struct Call {
    Entry* entry;
    Time start;
    Time inner = 0;  // in calls that it made
};

struct Profile {
    std::unordered_map<const void*, std::unique_ptr<Entry>> entries;
    std::vector<Call> calls;
};

struct Profiler : Object {
    Profile* profile;  // null before anything has been counted
    Object* timer;     // or null
    double unit;
    bool callees_wanted, natives_wanted, enabled;
    bool timing;  // the program's own timer runs, whose calls are not counted
};

Profiler* as_profiler(Object* self) noexcept { return static_cast<Profiler*>(self); }

Profile& profile_of(Profiler* self) {
    if (!self->profile) self->profile = new Profile;
    return *self->profile;
}

/// A moment: nanoseconds, or what the program's own timer counts in its unit. CallExternalTimer.
Time moment(Profiler* self) {
    if (!self->timer) return static_cast<Time>(monotonic_nanoseconds());
    Ref<Object> keep = share(self->timer);
    self->timing = true;
    Ref<Object> now = call(keep.get(), {});
    self->timing = false;
    if (now) {
        const Result<std::int64_t> result = self->unit > 0
                                                ? whole_nanoseconds_argument(now.get())
                                                : nanoseconds_argument(now.get(), 1, Rounding::Floor);
        if (result) return static_cast<Time>(*result);
    }
    write_unraisable(keep.get());
    return 0;
}

/// Seconds of what `moment` counts in.
double seconds_per_tick(const Profiler* self) noexcept {
    return self->timer && self->unit != 0 ? self->unit : 1e-9;
}

/// "<method 'append' of 'list' objects>", "<built-in method builtins.len>".
Ref<Object> describe_native(const BuiltinFunction* function) {
    const std::string_view short_text = function->signature->definition->name;
    if (function->self && !is_module(function->self)) {
        if (Object* method = type_lookup(function->self->type, intern(short_text).get())) {
            Ref<Str> shown = repr(method);
            if (shown) return shown;
            clear_exception();
        }
        return str_from_utf8(fmt::format("<built-in method {}>", short_text));
    }
    std::string_view module;
    if (function->module_name && is_str(function->module_name))
        module = str_utf8(static_cast<Str*>(function->module_name));
    if (module.empty()) return str_from_utf8(fmt::format("<built-in method {}>", short_text));
    return str_from_utf8(fmt::format("<built-in method {}.{}>", module, short_text));
}

/// The entry of what the key stands for. Describing it may run Python code, which may clear the profile.
Entry* entry_of(Profile& profile, const void* key, Ref<Object> (*describe)(Object*), Object* function) {
    const auto found = profile.entries.find(key);
    if (found != profile.entries.end()) return found->second.get();
    auto fresh = std::make_unique<Entry>();
    fresh->code = describe(function);
    return profile.entries.try_emplace(key, std::move(fresh)).first->second.get();
}

void begin_call(Profiler* self, const void* key, Ref<Object> (*describe)(Object*), Object* function) {
    Profile& profile = profile_of(self);
    Entry* entry = entry_of(profile, key, describe, function);
    ++entry->depth;
    if (self->callees_wanted && !profile.calls.empty()) ++profile.calls.back().entry->callees[entry].depth;
    const std::size_t place = profile.calls.size();
    profile.calls.push_back({entry, 0});
    const Time start = moment(self);  // last, and another thread may take the counts away meanwhile
    if (place < profile.calls.size()) profile.calls[place].start = start;
}

void end_call(Profiler* self) {
    Profile& profile = profile_of(self);
    if (profile.calls.empty()) return;
    const Time now = moment(self);
    if (profile.calls.empty()) return;
    const Call ended = profile.calls.back();
    profile.calls.pop_back();
    const Time time = now - ended.start, own = time - ended.inner;
    ended.entry->end_call(time, own);
    if (profile.calls.empty()) return;
    profile.calls.back().inner += time;
    if (!self->callees_wanted) return;
    const auto callee = profile.calls.back().entry->callees.find(ended.entry);
    if (callee != profile.calls.back().entry->callees.end()) callee->second.end_call(time, own);
}

Ref<Object> describe_code(Object* code) { return share(code); }
Ref<Object> describe_function(Object* function) {
    return describe_native(static_cast<BuiltinFunction*>(function));
}

/// Hears of the thread's events. profiler_callback.
void profiler_event(Object* object, Frame* frame, Str* event, Object* argument) {
    Profiler* self = as_profiler(object);
    if (!self->enabled || self->timing) return;
    if (event == name<"call">) {
        begin_call(self, frame->code, describe_code, frame->code);
    } else if (event == name<"return">) {
        end_call(self);
    } else if (self->natives_wanted && argument->type == &builtin_function_type) {
        if (event == name<"c_call">)
            begin_call(self, static_cast<BuiltinFunction*>(argument)->signature, describe_function, argument);
        else
            end_call(self);
    }
}

Status set_flags(Profiler* self, Object* callees_or_null, Object* natives_or_null) {
    const bool callees = callees_or_null ? TRY(truth(callees_or_null)) : self->callees_wanted;
    const bool natives = natives_or_null ? TRY(truth(natives_or_null)) : self->natives_wanted;
    self->callees_wanted = callees;
    self->natives_wanted = natives;
    return done;
}

Status profiler_init(Object* object, Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {"timer", "timeunit", "subcalls", "builtins"};
    Object* bound[4];
    TRY(bind_arguments("Profiler", names, arguments, keywords_or_null, bound));
    Profiler* self = as_profiler(object);
    self->unit = bound[1] ? TRY(argument_double(bound[1])) : 0;
    self->callees_wanted = self->natives_wanted = true;
    TRY(set_flags(self, bound[2], bound[3]));
    replace_field(self->timer, bound[0] && !is_none(bound[0]) ? share(bound[0]) : Ref<Object>());
    return done;
}

void profiler_dealloc(Object* object) noexcept {
    Profiler* self = as_profiler(object);
    delete self->profile;
    xdecref(self->timer);
    free_object(object);
}

NewRef profiler_enable(Object* object, Object* const* arguments) {
    TRY(set_flags(as_profiler(object), arguments[0], arguments[1]));
    TRY(set_native_profile_function(*current_thread, object, profiler_event));
    as_profiler(object)->enabled = true;
    return new_none();
}

NewRef profiler_disable(Object* object, Object* const*) {
    Profiler* self = as_profiler(object);
    if (self->timing) return raise(runtime_error_type, "cannot disable profiler in external timer");
    TRY(set_profile_function(*current_thread, nullptr));
    while (!profile_of(self).calls.empty()) end_call(self);
    self->enabled = false;
    return new_none();
}

NewRef profiler_clear(Object* object, Object* const*) {
    if (as_profiler(object)->timing)
        return raise(runtime_error_type, "cannot clear profiler in external timer");
    Profile cleared;
    std::swap(cleared, profile_of(as_profiler(object)));
    return new_none();
}

/// The numbers of an entry, behind the function that they belong to.
std::vector<Ref<Object>> shown_counts(const Ref<Object>& code, const Counts& counts, double factor) {
    const auto seconds = [factor](Time time) {
        return Ref<Object>(new_float(static_cast<double>(static_cast<std::int64_t>(time)) * factor));
    };
    return {code, Ref<Object>(new_int(counts.calls)), Ref<Object>(new_int(counts.recursive_calls)),
            seconds(counts.total), seconds(counts.own)};
}

Ref<Object> shown_callees(const Entry& entry, double factor) {
    if (entry.callees.empty()) return new_none();
    Ref<List> callees = new_list();
    for (const auto& [callee, counts] : entry.callees) {
        std::vector<Ref<Object>> fields = shown_counts(callee->code, counts, factor);
        TRY(list_append(callees.get(), TRY(new_struct_sequence(subentry_type, fields)).get()));
    }
    return callees;
}

/// Takes the counts away from the profiler for as long as it lives.
struct ScopedProfile {
    explicit ScopedProfile(Profiler* self) : owner(self), was_enabled(std::exchange(self->enabled, false)) {
        std::swap(profile, profile_of(owner));
    }
    ~ScopedProfile() {
        std::swap(profile, profile_of(owner));
        owner->enabled = was_enabled;
    }
    ScopedProfile(const ScopedProfile&) = delete;
    ScopedProfile& operator=(const ScopedProfile&) = delete;

    Profile profile;
    Profiler* owner;
    bool was_enabled;
};

NewRef profiler_getstats(Object* object, Object* const*) {
    Profiler* self = as_profiler(object);
    // What is collected on the way may run Python code: nothing is counted meanwhile, and nothing cleared.
    const ScopedProfile taken(self);
    const double factor = seconds_per_tick(self);
    Ref<List> stats = new_list();
    for (const auto& [key, entry] : taken.profile.entries) {
        if (entry->calls == 0) continue;
        std::vector<Ref<Object>> fields = shown_counts(entry->code, *entry, factor);
        fields.push_back(TRY(shown_callees(*entry, factor)));
        TRY(list_append(stats.get(), TRY(new_struct_sequence(entry_type, fields)).get()));
    }
    return stats;
}

constexpr NativeDef profiler_methods[] = {
    {"getstats", profiler_getstats, "($self, /)",
     "A profiler_entry for each function that has been called: its code, how often it was called, how often by "
     "itself, the time in all, the time in its own code, and its calls of others as profiler_subentry."},
    {"enable", profiler_enable, "-($self, /, subcalls=<absent>, builtins=<absent>)",
     "enable(subcalls=True, builtins=True)\n\nBegins to count; subcalls: for each caller, too; builtins: "
     "natives, too."},
    {"disable", profiler_disable, "-($self)", "disable()\n\nStops counting."},
    {"clear", profiler_clear, "-($self)", "clear()\n\nForgets what has been counted."},
};

const TypeSpec profiler_spec = {
    .name = "_lsprof.Profiler",
    .basic_size = sizeof(Profiler),
    .flags = type_flag::base_type,
    .doc =
        "Profiler(timer=None, timeunit=None, subcalls=True, builtins=True)\n\nCounts calls and their time. A "
        "timer of "
        "the program's own gives whole numbers of `timeunit` seconds, or seconds as a float.",
    .slots = {.init = profiler_init, .dealloc = profiler_dealloc},
    .methods = profiler_methods,
};

Type profiler_type(profiler_spec);

Status lsprof_fill(Module* module) {
    TRY(entry_type.prepare());
    TRY(subentry_type.prepare());
    TRY(module_set(module, "profiler_entry", &entry_type));
    TRY(module_set(module, "profiler_subentry", &subentry_type));
    return module_add_type(module, profiler_type);
}

const ModuleSpec lsprof_spec = {"_lsprof", "Fast profiler", {}, lsprof_fill};

}  // namespace

Ref<Module> make_lsprof_module() { return new_native_module(lsprof_spec); }

}  // namespace minipy
