// The module `sys`: functions that look into the interpreter.
//
// CPython: Python/sysmodule.c
#include "modules/sys/sys.h"

#include <fmt/format.h>

#include "memory/allocator.h"
#include "memory/allocator_stats.h"
#include "modules/startup.h"
#include "objects/attribute.h"
#include "objects/audit.h"
#include "objects/call.h"
#include "objects/dict.h"
#include "objects/exceptions.h"
#include "objects/float.h"
#include "objects/index.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/number_convert.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/text_argument.h"
#include "objects/thread_state.h"
#include "objects/tuple.h"
#include "vm/frame.h"
#include "vm/gil.h"
#include "vm/import.h"
#include "vm/threads.h"
#include "vm/tracing.h"

namespace minipy {
namespace {

// --- the exception being handled

/// The innermost exception being handled, borrowed, or null. _PyErr_GetTopmostException.
Object* handled_exception(const ThreadState& thread) noexcept {
    for (HandledException* link = thread.handled; link; link = link->previous)
        if (link->exception && !is_none(link->exception)) return link->exception;
    return nullptr;
}

NewRef sys_exception(Object*, Object* const*) {
    Object* exception = handled_exception(*current_thread);
    return exception ? new_ref(exception) : new_none();
}

/// (type, exception, traceback) of what a thread handles.
Ref<Object> exception_info(const ThreadState& thread) {
    auto* exception = static_cast<BaseException*>(handled_exception(thread));
    Object* items[] = {&none, &none, &none};
    if (exception) {
        items[0] = exception->type;
        items[1] = exception;
        if (exception->traceback) items[2] = exception->traceback;
    }
    return new_tuple(items);
}

NewRef sys_exc_info(Object*, Object* const*) { return exception_info(*current_thread); }

/// A tuple gives several arguments, None gives none, as when an exception's value is made late.
NewRef sys_exit(Object*, Object* const* arguments) {
    Object* status = arguments[0];
    Ref<Object> error;
    if (is_none(status))
        error = call(&system_exit_type, {});
    else if (is_tuple(status))
        error = call_with_dict(&system_exit_type, static_cast<Tuple*>(status), nullptr);
    else
        error = call(&system_exit_type, {status});
    return error ? raise_object(std::move(error)) : failed;
}

// --- frames and recursion

NewRef sys_getframe(Object*, Object* const* arguments) {
    int depth = TRY(argument_int(arguments[0]));
    Frame* frame = current_thread->frame;
    for (; frame && depth > 0; --depth) frame = frame->previous;
    if (!frame) return raise(value_error_type, "call stack is not deep enough");
    TRY(audit("sys._getframe", frame_object(frame)));
    return new_ref(frame_object(frame));
}

/// A dict from the number of each thread to what `value` gives for it; threads without such a value are left
/// out.
template <class Value>
NewRef by_thread(Value value) {
    Ref<Dict> result = new_dict();
    for (ThreadState* thread = first_thread_state; thread; thread = thread->next) {
        Ref<Object> of_thread = value(*thread);
        if (!of_thread || !thread->identity) continue;
        TRY(dict_set(result.get(), new_int_unsigned(thread->identity).get(), of_thread.get()));
    }
    return result;
}

NewRef sys_current_frames(Object*, Object* const*) {
    TRY(audit("sys._current_frames"));
    return by_thread(
        [](ThreadState& thread) { return thread.frame ? share<Object>(frame_object(thread.frame)) : nullptr; });
}

NewRef sys_current_exceptions(Object*, Object* const*) {
    TRY(audit("sys._current_exceptions"));
    return by_thread([](ThreadState& thread) { return exception_info(thread); });
}

NewRef sys_getrecursionlimit(Object*, Object* const*) { return new_int(current_thread->recursion_limit); }

NewRef sys_setrecursionlimit(Object*, Object* const* arguments) {
    const int limit = TRY(argument_int(arguments[0]));
    if (limit < 1) return raise(value_error_type, "recursion limit must be greater or equal than 1");
    const int depth = current_thread->recursion_depth + 1;  // CPython counts this call itself too
    if (depth >= limit)
        return raise(recursion_error_type,
                     fmt::format("cannot set the recursion limit to {} at the recursion depth {}: the limit is "
                                 "too low",
                                 limit, depth));
    for (ThreadState* thread = first_thread_state; thread; thread = thread->next)
        thread->recursion_limit = limit;
    return new_none();
}

// --- watching

NewRef sys_call_tracing(Object*, Object* const* arguments) {
    if (!is_tuple(arguments[1])) return raise_bad_argument("call_tracing", "argument 2", "tuple", arguments[1]);
    return call_traced(arguments[0], static_cast<Tuple*>(arguments[1]));
}

Object* function_or_null(Object* argument) noexcept { return is_none(argument) ? nullptr : argument; }

NewRef sys_settrace(Object*, Object* const* arguments) {
    TRY(set_trace_function(*current_thread, function_or_null(arguments[0])));
    return new_none();
}

NewRef sys_setprofile(Object*, Object* const* arguments) {
    TRY(set_profile_function(*current_thread, function_or_null(arguments[0])));
    return new_none();
}

NewRef sys_gettrace(Object*, Object* const*) {
    Object* function = current_thread->trace_function;
    return new_ref(function ? function : &none);
}

NewRef sys_getprofile(Object*, Object* const*) {
    Object* function = profile_object(*current_thread);
    return new_ref(function ? function : &none);
}

NewRef return_none(Object*, Object* const*) { return new_none(); }

// --- objects

NewRef sys_getallocatedblocks(Object*, Object* const*) {
    return new_int(static_cast<std::int64_t>(allocated_blocks()));
}

NewRef sys_getrefcount(Object*, Object* const* arguments) { return new_int(arguments[0]->refcount); }

/// What lies in front of the object. _PyType_PreHeaderSize.
Size head_size(const Type* type) noexcept {
    return static_cast<Size>((type->has(type_flag::collected) ? sizeof(GcHead) : 0) +
                             (type->has(type_flag::managed_head) ? sizeof(ManagedHead) : 0));
}

Result<std::size_t> size_of(Object* object) {
    Ref<Object> method = lookup_special(object, name<"__sizeof__">);
    if (!method) {
        if (pending_exception()) return failed;
        return raise(type_error_type, fmt::format("Type {} doesn't define __sizeof__", object->type->name));
    }
    Ref<Object> result = TRY(call(method.get(), {}));
    if (!is_int(result.get())) return raise(type_error_type, "an integer is required");
    const Size size = TRY(argument_size(result.get()));
    if (size < 0) return raise(value_error_type, "__sizeof__() should return >= 0");
    return static_cast<std::size_t>(size) + static_cast<std::size_t>(head_size(object->type));
}

NewRef sys_getsizeof(Object*, Object* const* arguments) {
    const Result<std::size_t> size = size_of(arguments[0]);
    if (size) return new_int_unsigned(*size);
    if (!arguments[1] || !pending_matches(type_error_type)) return failed;
    clear_exception();
    return new_ref(arguments[1]);
}

NewRef sys_intern(Object*, Object* const* arguments) {
    Str* text = TRY(str_argument(arguments[0], "intern"));
    if (!is_exactly(text, str_type))
        return raise(type_error_type, fmt::format("can't intern {}", text->type->name));
    Ref<Str> interned = share(text);
    intern(interned);
    return interned;
}

// --- settings

NewRef sys_getdefaultencoding(Object*, Object* const*) { return new_ref(name<"utf-8">); }
NewRef sys_getfilesystemencodeerrors(Object*, Object* const*) { return new_ref(name<"surrogateescape">); }

NewRef sys_get_int_max_str_digits(Object*, Object* const*) { return new_int(int_max_str_digits); }

NewRef sys_set_int_max_str_digits(Object*, Object* const* arguments) {
    constexpr int threshold = 640;
    const int digits = TRY(argument_int(arguments[0]));
    if (digits && digits < threshold)
        return raise(value_error_type, fmt::format("maxdigits must be 0 or larger than {}", threshold));
    int_max_str_digits = digits;
    return new_none();
}

NewRef sys_getswitchinterval(Object*, Object* const*) { return new_float(switch_interval); }

NewRef sys_setswitchinterval(Object*, Object* const* arguments) {
    const double interval = TRY(argument_double(arguments[0]));
    if (interval <= 0) return raise(value_error_type, "switch interval must be strictly positive");
    switch_interval = interval;
    return new_none();
}

NewRef sys_get_origin_depth(Object*, Object* const*) { return new_int(current_thread->coroutine_origin_depth); }

NewRef sys_set_origin_depth(Object*, Object* const* arguments) {
    const int depth = TRY(argument_int(arguments[0]));
    if (depth < 0) return raise(value_error_type, "depth must be >= 0");
    current_thread->coroutine_origin_depth = depth;
    return new_none();
}

int dlopen_flags = 2;  // RTLD_NOW: kept for programs that set it, as no library is loaded

NewRef sys_getdlopenflags(Object*, Object* const*) { return new_int(dlopen_flags); }

NewRef sys_setdlopenflags(Object*, Object* const* arguments) {
    dlopen_flags = TRY(argument_int(arguments[0]));
    return new_none();
}

NewRef sys_is_finalizing(Object*, Object* const*) { return new_bool(is_finalizing()); }

// --- audit events

/// A hook that is there already may refuse the new one; nobody hears of it unless the exception is no
/// Exception.
NewRef sys_addaudithook(Object*, Object* const* arguments) {
    if (audit("sys.addaudithook")) {
        add_audit_hook(arguments[0]);
    } else {
        if (!pending_matches(exception_type)) return failed;
        clear_exception();
    }
    return new_none();
}

NewRef sys_audit(Object*, Object* const* arguments) {
    const std::span<Object* const> given = static_cast<Tuple*>(arguments[0])->span();
    if (given.empty()) return raise(type_error_type, "audit() missing 1 required positional argument: 'event'");
    if (!audit_wanted) return new_none();  // then nobody looks at the arguments
    if (!is_str(given[0]))
        return raise(type_error_type,
                     fmt::format("expected str for argument 'event', not {}", given[0]->type->name));
    TRY(tell_audit_hooks(static_cast<Str*>(given[0]), new_tuple(given.subspan(1)).get()));
    return new_none();
}

constexpr NativeDef functions[] = {
    {"_clear_type_cache", return_none, "($module, /)", "Forgets what was looked up in types."},
    {"_current_exceptions", sys_current_exceptions, "($module, /)", "Thread -> exception being handled in it."},
    {"_current_frames", sys_current_frames, "($module, /)", "Thread -> its topmost frame."},
    {"_debugmallocstats", sys_debugmallocstats, "($module, /)",
     "Writes what the allocator holds to standard error."},
    {"_getframe", sys_getframe, "($module, depth=0, /)", "The frame of the caller, or of a caller's caller."},
    {"addaudithook", sys_addaudithook, "($module, /, hook)", "Adds a function that hears of audit events."},
    {"audit", sys_audit, "-($module, *args)", "audit(event, *arguments): tells the hooks of an event."},
    {"breakpointhook", sys_breakpointhook, "-($module, *args, **kws)", "What breakpoint() calls."},
    {"call_tracing", sys_call_tracing, "($module, func, args, /)", "func(*args)"},
    {"displayhook", sys_displayhook, "($module, object, /)", "Shows the value of an expression statement."},
    {"exc_info", sys_exc_info, "($module, /)", "(type, exception, traceback) of what is being handled."},
    {"excepthook", sys_excepthook, "($module, exctype, value, traceback, /)",
     "Shows an exception that nothing handled."},
    {"exception", sys_exception, "($module, /)", "The exception being handled, or None."},
    {"exit", sys_exit, "($module, status=None, /)", "Ends the program by raising SystemExit."},
    {"get_asyncgen_hooks", sys_get_asyncgen_hooks, "($module, /)", "The hooks of asynchronous generators."},
    {"get_coroutine_origin_tracking_depth", sys_get_origin_depth, "($module, /)",
     "How many frames are noted of where a coroutine was made."},
    {"get_int_max_str_digits", sys_get_int_max_str_digits, "($module, /)",
     "Most digits of an int that is converted to or from text."},
    {"getdefaultencoding", sys_getdefaultencoding, "($module, /)", "The encoding of str.encode: utf-8."},
    {"getdlopenflags", sys_getdlopenflags, "($module, /)", "Flags for loading extension modules."},
    {"getfilesystemencodeerrors", sys_getfilesystemencodeerrors, "($module, /)",
     "The error handler for file names."},
    {"getfilesystemencoding", sys_getdefaultencoding, "($module, /)", "The encoding of file names."},
    {"getprofile", sys_getprofile, "($module, /)", "The profile function."},
    {"getrecursionlimit", sys_getrecursionlimit, "($module, /)", "How deep calls may be nested."},
    {"getallocatedblocks", sys_getallocatedblocks, "($module, /)",
     "How many small blocks of memory are in use."},
    {"getrefcount", sys_getrefcount, "($module, object, /)",
     "How many references there are to the object, the argument included."},
    {"getsizeof", sys_getsizeof, "-($module, object, default=<absent>)", "The size of an object in bytes."},
    {"getswitchinterval", sys_getswitchinterval, "($module, /)", "Seconds between switches of threads."},
    {"gettrace", sys_gettrace, "($module, /)", "The trace function."},
    {"intern", sys_intern, "($module, string, /)", "The one shared string with this text."},
    {"is_finalizing", sys_is_finalizing, "($module, /)", "Whether the interpreter is shutting down."},
    {"set_asyncgen_hooks", sys_set_asyncgen_hooks, "-($module, firstiter=<absent>, finalizer=<absent>)",
     "Sets the hooks of asynchronous generators."},
    {"set_coroutine_origin_tracking_depth", sys_set_origin_depth, "($module, /, depth)",
     "Says how many frames to note of where a coroutine is made."},
    {"set_int_max_str_digits", sys_set_int_max_str_digits, "($module, /, maxdigits)",
     "Limits the digits of ints converted to or from text."},
    {"setdlopenflags", sys_setdlopenflags, "($module, flags, /)", "Sets flags for loading extension modules."},
    {"setprofile", sys_setprofile, "-($module, function, /)", "Sets the profile function."},
    {"setrecursionlimit", sys_setrecursionlimit, "($module, limit, /)", "Limits how deep calls may be nested."},
    {"setswitchinterval", sys_setswitchinterval, "($module, interval, /)",
     "Sets the seconds between switches of threads."},
    {"settrace", sys_settrace, "-($module, function, /)", "Sets the trace function."},
    {"unraisablehook", sys_unraisablehook, "($module, unraisable, /)",
     "Shows an exception that could not be raised."},
};

const ModuleSpec spec = {"sys", "The interpreter, seen from inside.", functions, fill_sys_values};

}  // namespace

Ref<Module> make_sys_module() {
    Ref<Module> module = TRY(new_native_module(spec));
    for (const char* hook : {"displayhook", "excepthook", "unraisablehook", "breakpointhook"}) {
        Object* function = dict_get(module->dict, intern(hook).get());
        TRY(module_set(module.get(), fmt::format("__{}__", hook), function));
    }
    return module;
}

}  // namespace minipy
