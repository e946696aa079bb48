// _multiprocessing and _posixshmem: semaphores and memory that processes share by name.
//
// A SemLock is a lock (recursive or not) made of a named semaphore. Invariant: `count` says how often this
// thread's process holds it, and `owner` which thread of it; both mean something for the holder alone.
//
// CPython: Modules/_multiprocessing/semaphore.c, Modules/_multiprocessing/posixshmem.c
#include <fcntl.h>
#include <pthread.h>
#include <semaphore.h>
#include <sys/mman.h>

#include <climits>
#include <cstring>

#include "modules/blocking.h"
#include "modules/constants.h"
#include "modules/support.h"
#include "objects/arguments.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/number_convert.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/text_argument.h"

namespace minipy {
namespace {

enum Kind : int { recursive_mutex, semaphore };

struct SemLock : Object {
    sem_t* handle;
    unsigned long owner;
    int count;
    int most;
    int kind;
    char* name;  // or null
};

SemLock* as_lock(Object* self) noexcept { return static_cast<SemLock*>(self); }

bool is_mine(const SemLock* lock) noexcept {
    return lock->count > 0 && lock->owner == static_cast<unsigned long>(::pthread_self());
}

NewRef new_lock(Type* type, sem_t* handle, int kind, int most, const char* name_or_null) {
    SemLock* made = as_lock(allocate_instance(type));
    made->handle = handle;
    made->kind = kind;
    made->most = most;
    made->name = name_or_null ? ::strdup(name_or_null) : nullptr;
    return NewRef(made);
}

NewRef semlock_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {"kind", "value", "maxvalue", "name", "unlink"};
    Object* bound[5];
    TRY(bind_arguments("SemLock", names, arguments, keywords_or_null, bound, 5));
    const int kind = TRY(argument_int(bound[0])), value = TRY(argument_int(bound[1]));
    const int most = TRY(argument_int(bound[2]));
    const char* name = TRY(c_string_argument(bound[3], "SemLock", "argument 4"));
    const bool unlink = TRY(truth(bound[4]));
    if (kind != recursive_mutex && kind != semaphore) return raise(value_error_type, "unrecognized kind");
    sem_t* handle = ::sem_open(name, O_CREAT | O_EXCL, 0600, static_cast<unsigned>(value));
    if (handle == SEM_FAILED) return raise_errno();
    if (unlink && ::sem_unlink(name) < 0) {
        const int error = errno;
        ::sem_close(handle);
        return raise_os_error(error);
    }
    return new_lock(type, handle, kind, most, unlink ? nullptr : name);
}

void semlock_dealloc(Object* self) noexcept {
    if (as_lock(self)->handle) ::sem_close(as_lock(self)->handle);
    std::free(as_lock(self)->name);
    free_object(self);
}

/// A lock of another process, opened by its name.
NewRef semlock_rebuild(Object* type, Object* const* arguments) {
    const int kind = TRY(argument_int(arguments[1])), most = TRY(argument_int(arguments[2]));
    if (is_none(arguments[3])) {
        const Size handle = TRY(argument_size(arguments[0]));
        return new_lock(static_cast<Type*>(type), reinterpret_cast<sem_t*>(handle), kind, most, nullptr);
    }
    const char* name = TRY(c_string_argument(arguments[3], "_rebuild", "argument 4"));
    sem_t* handle = ::sem_open(name, 0);
    if (handle == SEM_FAILED) return raise_errno();
    return new_lock(static_cast<Type*>(type), handle, kind, most, name);
}

/// Waits for the semaphore; false when the time is over.
Result<bool> wait_for(sem_t* handle, const timespec* until_or_null) {
    for (;;) {
        const int result = blocking([&] {
            return until_or_null ? ::sem_clockwait(handle, CLOCK_MONOTONIC, until_or_null) : ::sem_wait(handle);
        });
        if (result == 0) return true;
        if (errno == ETIMEDOUT) return false;
        if (errno != EINTR) return raise_errno();
        TRY(run_signal_handlers());
    }
}

NewRef semlock_acquire(Object* self, Object* const* arguments) {
    SemLock* lock = as_lock(self);
    const bool blocks = !arguments[0] || TRY(truth(arguments[0]));
    const bool limited = blocks && arguments[1] && !is_none(arguments[1]);
    const double timeout = limited ? TRY(argument_double(arguments[1])) : 0;
    if (lock->kind == recursive_mutex && is_mine(lock)) {
        ++lock->count;
        return new_bool(true);
    }
    bool taken = ::sem_trywait(lock->handle) == 0;
    if (!taken && errno != EAGAIN && errno != EINTR) return raise_errno();
    if (!taken && blocks) {
        const double seconds = timeout < 0 ? 0 : timeout > 1e9 ? 1e9 : timeout;
        const timespec until = Deadline(static_cast<std::int64_t>(seconds * 1e9)).time();
        taken = TRY(wait_for(lock->handle, limited ? &until : nullptr));
    }
    if (!taken) return new_bool(false);
    ++lock->count;
    lock->owner = static_cast<unsigned long>(::pthread_self());
    return new_bool(true);
}

NewRef semlock_release(Object* self, Object* const*) {
    SemLock* lock = as_lock(self);
    if (lock->kind == recursive_mutex) {
        if (!is_mine(lock))
            return raise(assertion_error_type, "attempt to release recursive lock not owned by thread");
        if (lock->count > 1) {
            --lock->count;
            return new_none();
        }
    } else {
        int value;
        if (::sem_getvalue(lock->handle, &value) < 0) return raise_errno();
        if (value >= lock->most) return raise(value_error_type, "semaphore or lock released too many times");
    }
    if (::sem_post(lock->handle) < 0) return raise_errno();
    --lock->count;
    return new_none();
}

NewRef semlock_enter(Object* self, Object* const*) {
    Object* const none_given[] = {nullptr, nullptr};
    return semlock_acquire(self, none_given);
}
NewRef semlock_exit(Object* self, Object* const*) { return semlock_release(self, nullptr); }
NewRef semlock_count(Object* self, Object* const*) { return new_int(as_lock(self)->count); }
NewRef semlock_is_mine(Object* self, Object* const*) { return new_bool(is_mine(as_lock(self))); }

NewRef semlock_get_value(Object* self, Object* const*) {
    int value;
    if (::sem_getvalue(as_lock(self)->handle, &value) < 0) return raise_errno();
    return new_int(value < 0 ? 0 : value);
}

NewRef semlock_is_zero(Object* self, Object* const*) {
    int value;
    if (::sem_getvalue(as_lock(self)->handle, &value) < 0) return raise_errno();
    return new_bool(value == 0);
}

NewRef semlock_after_fork(Object* self, Object* const*) {
    as_lock(self)->count = 0;
    return new_none();
}

NewRef get_handle(Object* self) { return new_int(reinterpret_cast<Size>(as_lock(self)->handle)); }
NewRef get_name(Object* self) {
    if (!as_lock(self)->name) return new_none();
    return str_from_utf8(as_lock(self)->name);
}

constexpr NativeDef semlock_methods[] = {
    {"acquire", semlock_acquire, "($self, /, block=True, timeout=None)",
     "Takes a unit; waits for one, at most `timeout` seconds, unless told not to. Whether it got one."},
    {"release", semlock_release, "($self, /)", "Gives a unit back."},
    {"__enter__", semlock_enter, "($self, /)", "Takes a unit."},
    {"__exit__", semlock_exit, "($self, exc_type=None, exc_value=None, exc_tb=None, /)",
     "Gives the unit back."},
    {"_count", semlock_count, "($self, /)", "How many units this process has taken and not given back."},
    {"_is_mine", semlock_is_mine, "($self, /)", "Whether this thread holds the lock."},
    {"_get_value", semlock_get_value, "($self, /)", "How many units there are left."},
    {"_is_zero", semlock_is_zero, "($self, /)", "Whether there is no unit left."},
    {"_rebuild", semlock_rebuild, "($type, handle, kind, maxvalue, name, /)",
     "The same lock in another process."},
    {"_after_fork", semlock_after_fork, "($self, /)", "The child of a fork holds nothing."},
};
constexpr MemberDef semlock_members[] = {
    {"kind", MemberKind::Int, offsetof(SemLock, kind), true, nullptr},
    {"maxvalue", MemberKind::Int, offsetof(SemLock, most), true, nullptr},
};
constexpr GetSetDef semlock_getset[] = {
    {"handle", get_handle, nullptr, nullptr},
    {"name", get_name, nullptr, nullptr},
};

const TypeSpec semlock_spec = {
    .name = "_multiprocessing.SemLock",
    .basic_size = sizeof(SemLock),
    .flags = type_flag::base_type,
    .doc = "A semaphore, or a recursive lock, that processes share.",
    .slots = {.new_ = semlock_new, .dealloc = semlock_dealloc},
    .methods = semlock_methods,
    .getset = semlock_getset,
    .members = semlock_members,
};

Type semlock_type(semlock_spec);

NewRef multiprocessing_sem_unlink(Object*, Object* const* arguments) {
    const char* name = TRY(c_string_argument(arguments[0], "sem_unlink"));
    if (::sem_unlink(name) < 0) return raise_errno();
    return new_none();
}

constexpr NativeDef multiprocessing_functions[] = {
    {"sem_unlink", multiprocessing_sem_unlink, "($module, name, /)", "Takes the name from a semaphore."},
};

Status multiprocessing_fill(Module* module) {
    TRY(module_add_type(module, semlock_type));
    TRY(dict_set(semlock_type.dict, intern("SEM_VALUE_MAX").get(), new_int(INT_MAX).get()));
    Ref<Dict> flags = new_dict();
    for (const char* flag : {"HAVE_SEM_OPEN", "HAVE_SEM_TIMEDWAIT"})
        TRY(dict_set(flags.get(), intern(flag).get(), new_int(1).get()));
    return module_set(module, "flags", flags.get());
}

const ModuleSpec multiprocessing_spec = {"_multiprocessing", nullptr, multiprocessing_functions,
                                         multiprocessing_fill};

// --- _posixshmem

NewRef posixshmem_shm_open(Object*, Object* const* arguments) {
    const char* path = TRY(c_string_argument(arguments[0], "shm_open", "argument 'path'"));
    const int flags = TRY(argument_int(arguments[1])), mode = TRY(argument_int(arguments[2]));
    const int file = TRY(blocking_retried([&] { return ::shm_open(path, flags, static_cast<mode_t>(mode)); }));
    return new_int(file);
}

NewRef posixshmem_shm_unlink(Object*, Object* const* arguments) {
    const char* path = TRY(c_string_argument(arguments[0], "shm_unlink", "argument 'path'"));
    TRY(blocking_retried([&] { return ::shm_unlink(path); }));
    return new_none();
}

constexpr NativeDef posixshmem_functions[] = {
    {"shm_open", posixshmem_shm_open, "($module, /, path, flags, mode=511)",
     "Opens shared memory by its name, as a file descriptor."},
    {"shm_unlink", posixshmem_shm_unlink, "($module, /, path)",
     "Takes the name from shared memory; it goes when nobody has it open."},
};

const ModuleSpec posixshmem_spec = {"_posixshmem", "Memory that processes share by name.",
                                    posixshmem_functions};

}  // namespace

Ref<Module> make_multiprocessing_module() { return new_native_module(multiprocessing_spec); }
Ref<Module> make_posixshmem_module() { return new_native_module(posixshmem_spec); }

}  // namespace minipy
