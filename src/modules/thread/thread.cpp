// The module `_thread`: starting threads, and what they know of themselves.
//
// CPython: Modules/_threadmodule.c
#include "modules/thread/thread.h"

#include <fmt/format.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <utility>

#include "modules/support.h"
#include "objects/call.h"
#include "objects/exceptions.h"
#include "objects/float.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/native.h"
#include "objects/singletons.h"
#include "vm/signals.h"
#include "vm/threads.h"

namespace minipy {
namespace {

NewRef thread_start_new_thread(Object*, Object* const* arguments) {
    Object* keywords = arguments[2];
    if (!is_callable(arguments[0])) return raise(type_error_type, "first arg must be callable");
    if (!is_tuple(arguments[1])) return raise(type_error_type, "2nd arg must be a tuple");
    if (keywords && !is_dict(keywords)) return raise(type_error_type, "optional 3rd arg must be a dictionary");
    return new_int_unsigned(TRY(start_thread(share(arguments[0]), share(static_cast<Tuple*>(arguments[1])),
                                             Ref<Dict>::share(static_cast<Dict*>(keywords)))));
}

NewRef thread_get_ident(Object*, Object* const*) { return new_int_unsigned(current_thread->identity); }
NewRef thread_get_native_id(Object*, Object* const*) { return new_int(syscall(SYS_gettid)); }
NewRef thread_count(Object*, Object* const*) { return new_int(running_threads); }
NewRef thread_allocate_lock(Object*, Object* const*) { return new_lock(); }

/// A lock that the end of this thread releases. A forked child may ask for another one.
NewRef thread_set_sentinel(Object*, Object* const*) {
    Ref<Object> lock = new_lock();
    replace_field(current_thread->end_lock, lock);
    return lock;
}

void release_end_lock(ThreadState& thread) noexcept {
    Ref<Object> lock = Ref<Object>::steal(std::exchange(thread.end_lock, nullptr));
    if (lock) release_if_locked(lock.get());
}

NewRef thread_exit(Object*, Object* const*) {
    return raise_object(new_exception_without_arguments(system_exit_type));
}

NewRef thread_interrupt_main(Object*, Object* const* arguments) {
    const int number = TRY(argument_int(arguments[0]));
    if (number < 1 || number >= signal_count) return raise(value_error_type, "signal number out of range");
    // What the process ignores, or lets the system handle, is not simulated.
    Object* handler = signal_handler(number);
    if (!is_none(handler) && !is_int(handler)) note_signal(number);
    return new_none();
}

NewRef thread_set_stack_size(Object*, Object* const* arguments) {
    constexpr Size least = 32768;
    const Size wanted = TRY(argument_size(arguments[0]));
    if (wanted < 0) return raise(value_error_type, "size must be 0 or a positive value");
    if (wanted && wanted < least)
        return raise(value_error_type, fmt::format("size not valid: {} bytes", wanted));
    return new_int(std::exchange(thread_stack_size, wanted));
}

constexpr NativeDef functions[] = {
    {"start_new_thread", thread_start_new_thread, "-($module, function, args, kwargs=<absent>, /)",
     "Starts a thread that calls the function; its number."},
    {"start_new", thread_start_new_thread, "-($module, function, args, kwargs=<absent>, /)",
     "Starts a thread that calls the function; its number."},
    {"allocate_lock", thread_allocate_lock, "-($module, /)", "A new lock, free."},
    {"allocate", thread_allocate_lock, "-($module, /)", "A new lock, free."},
    {"exit_thread", thread_exit, "-($module, /)", "Ends the thread by raising SystemExit."},
    {"exit", thread_exit, "-($module, /)", "Ends the thread by raising SystemExit."},
    {"interrupt_main", thread_interrupt_main, "-($module, signum=2, /)", "Acts as if the signal had come."},
    {"get_ident", thread_get_ident, "-($module, /)", "A number that no other living thread has."},
    {"get_native_id", thread_get_native_id, "-($module, /)", "The system's number of the thread."},
    {"_count", thread_count, "-($module, /)", "How many threads have been started and live."},
    {"stack_size", thread_set_stack_size, "-($module, size=0, /)",
     "Sets the stack size of new threads; the old one."},
    {"_set_sentinel", thread_set_sentinel, "-($module, /)", "A lock that is released when the thread ends."},
    {"_excepthook", thread_excepthook, "-($module, args, /)", "Shows an exception that ended a thread."},
};

Status fill(Module* module) {
    for (Type* type : {&lock_type, &rlock_type, &local_type}) ready_type(*type);
    TRY(hook_arguments_type.prepare());
    at_thread_end(release_end_lock);  // the last thing that happens
    at_thread_end(drop_thread_locals);
    TRY(module_set(module, "LockType", &lock_type));
    TRY(module_set(module, "RLock", &rlock_type));
    TRY(module_set(module, "_local", &local_type));
    TRY(module_set(module, "_ExceptHookArgs", &hook_arguments_type));
    TRY(module_set(module, "error", &runtime_error_type));
    return module_set(module, "TIMEOUT_MAX", new_float(timeout_max).get());
}

const ModuleSpec spec = {"_thread", "Locks and the primitives of threads.", functions, fill};

}  // namespace

Ref<Module> make_thread_module() { return new_native_module(spec); }

}  // namespace minipy
