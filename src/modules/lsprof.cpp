// _lsprof: how often each function is called and how long it takes; what cProfile is made of.
//
// The profiler is the thread's profile function. It keeps a stack of the calls under way; when one ends, its
// time counts for its function, and is taken from what its caller has spent in its own code. Invariant: time in
// a recursive function counts once, when its outermost call ends (`depth` is 0 again).
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
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/native.h"
#include "objects/number_convert.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/struct_sequence.h"
#include "vm/frame.h"
#include "vm/frame_object.h"
#include "vm/tracing.h"

namespace minipy {
namespace {

constexpr const char* entry_fields[] = {"code",      "callcount",  "reccallcount",
                                        "totaltime", "inlinetime", "calls"};
const StructSequenceSpec entry_spec = {"_lsprof.profiler_entry", nullptr, entry_fields, 6};
const StructSequenceSpec subentry_spec = {"_lsprof.profiler_subentry", nullptr, {entry_fields, 5}, 5};
StructSequenceType entry_type(entry_spec), subentry_type(subentry_spec);

/// What is counted of a function, or of its calls by one caller.
struct Counts {
    std::int64_t total = 0, own = 0;  // time
    std::int64_t calls = 0, recursive_calls = 0;
    std::int64_t depth = 0;  // calls under way

    void end_call(std::int64_t time, std::int64_t own_time) noexcept {
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
    std::int64_t start;
    std::int64_t inner = 0;  // time in calls that it made
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
};

Profiler* as_profiler(Object* self) noexcept { return static_cast<Profiler*>(self); }

Profile& profile_of(Profiler* self) {
    if (!self->profile) self->profile = new Profile;
    return *self->profile;
}

/// A moment: nanoseconds, or what the program's own timer says in its unit (or as a float in its resolution).
std::int64_t moment(Profiler* self) {
    if (!self->timer) return monotonic_nanoseconds();
    Ref<Object> keep = share(self->timer);
    Ref<Object> now = call(keep.get(), {});
    std::int64_t result = 0;
    if (now && self->unit > 0) {
        const Result<Size> whole = argument_size(now.get());
        if (whole) result = *whole;
    } else if (now) {
        const Result<double> seconds = argument_double(now.get());
        if (seconds) result = static_cast<std::int64_t>(*seconds * 4294967296.0);
    }
    if (pending_exception()) write_unraisable(keep.get());
    return result;
}

/// Seconds of what `moment` counts in.
double seconds_per_tick(const Profiler* self) noexcept {
    if (!self->timer) return 1e-9;
    return self->unit > 0 ? self->unit : 1 / 4294967296.0;
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

void begin_call(Profiler* self, const void* key, Ref<Object> (*describe)(Object*), Object* function) {
    Profile& profile = profile_of(self);
    std::unique_ptr<Entry>& entry = profile.entries[key];
    if (!entry) {
        entry = std::make_unique<Entry>();
        entry->code = describe(function);
    }
    ++entry->depth;
    if (self->callees_wanted && !profile.calls.empty())
        ++profile.calls.back().entry->callees[entry.get()].depth;
    const std::size_t place = profile.calls.size();
    profile.calls.push_back({entry.get(), 0});
    const std::int64_t start = moment(self);  // may run Python code, which may end all calls
    if (place < profile.calls.size()) profile.calls[place].start = start;
}

void end_call(Profiler* self) {
    Profile& profile = profile_of(self);
    if (profile.calls.empty()) return;
    const std::int64_t now = moment(self);
    if (profile.calls.empty()) return;
    const Call ended = profile.calls.back();
    profile.calls.pop_back();
    const std::int64_t time = now - ended.start, own = time - ended.inner;
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

/// The profile function itself: (frame, event, argument).
NewRef profiler_event(Object* callable, Object* const* arguments, Size positional, Tuple*) {
    Profiler* self = as_profiler(callable);
    if (positional != 3 || arguments[0]->type != &frame_type || !is_str(arguments[1]))
        return raise(type_error_type, "a profiler hears of events only");
    const Str* event = static_cast<Str*>(arguments[1]);
    if (!self->enabled) return new_none();
    if (str_equal(event, "call")) {
        Code* code = static_cast<FrameObject*>(arguments[0])->frame->code;
        begin_call(self, code, describe_code, code);
    } else if (str_equal(event, "return")) {
        end_call(self);
    } else if (self->natives_wanted && arguments[2]->type == &builtin_function_type) {
        if (str_equal(event, "c_call"))
            begin_call(self, static_cast<BuiltinFunction*>(arguments[2])->signature, describe_function,
                       arguments[2]);
        else
            end_call(self);
    }
    return new_none();
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
    as_profiler(object)->enabled = true;
    TRY(set_profile_function(*current_thread, object));
    return new_none();
}

NewRef profiler_disable(Object* object, Object* const*) {
    Profiler* self = as_profiler(object);
    TRY(set_profile_function(*current_thread, nullptr));
    while (!profile_of(self).calls.empty()) end_call(self);
    self->enabled = false;
    return new_none();
}

NewRef profiler_clear(Object* object, Object* const*) {
    Profile cleared;
    std::swap(cleared, profile_of(as_profiler(object)));
    return new_none();
}

/// The numbers of an entry, behind the function that they belong to.
std::vector<Ref<Object>> shown_counts(const Ref<Object>& code, const Counts& counts, double factor) {
    return {code, Ref<Object>(new_int(counts.calls)), Ref<Object>(new_int(counts.recursive_calls)),
            Ref<Object>(new_float(static_cast<double>(counts.total) * factor)),
            Ref<Object>(new_float(static_cast<double>(counts.own) * factor))};
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
    .slots = {.init = profiler_init, .dealloc = profiler_dealloc, .vectorcall = profiler_event},
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
