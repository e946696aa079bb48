// lock and RLock.
//
// A lock is a POSIX semaphore: whoever may pass takes its one unit. A thread waits without the GIL; waiting
// ends early for a signal, whose handler runs before the wait goes on.
//
// CPython: Modules/_threadmodule.c, Python/thread_pthread.h
#include <fmt/format.h>
#include <semaphore.h>

#include <cerrno>
#include <cmath>
#include <ctime>
#include <limits>

#include "modules/support.h"
#include "modules/thread/thread.h"
#include "objects/float.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/native.h"
#include "objects/singletons.h"
#include "objects/thread_state.h"
#include "objects/weak_reference.h"
#include "vm/gil.h"
#include "vm/interrupt.h"

namespace minipy {
namespace {

constexpr double wait_forever = -1;

struct Lock : Object {
    sem_t semaphore;
    bool locked;
    Object* weakrefs;
};

Lock* as_lock(Object* object) noexcept { return static_cast<Lock*>(object); }

timespec deadline_after(double seconds) noexcept {
    timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    const double whole = std::floor(seconds);
    now.tv_sec += static_cast<time_t>(whole);
    now.tv_nsec += static_cast<long>((seconds - whole) * 1e9);
    if (now.tv_nsec >= 1'000'000'000) {
        now.tv_nsec -= 1'000'000'000;
        ++now.tv_sec;
    }
    return now;
}

/// Takes the semaphore's unit: at once, within the time, or whenever. False when the time is over; fails if a
/// signal handler raises.
Result<bool> take(sem_t* semaphore, bool blocking, double timeout) {
    if (sem_trywait(semaphore) == 0) return true;
    if (!blocking || timeout == 0) return false;
    const timespec deadline = timeout > 0 ? deadline_after(timeout) : timespec{};
    for (;;) {
        const int result = without_gil([&] {
            return timeout > 0 ? sem_clockwait(semaphore, CLOCK_MONOTONIC, &deadline) : sem_wait(semaphore);
        });
        if (result == 0) return true;
        if (errno != EINTR) return false;
        TRY(handle_interrupts(*current_thread));
    }
}

Result<double> timeout_argument(Object* argument) {
    if (is_float(argument)) return float_value(argument);
    Ref<Int> seconds = TRY(to_index(argument));
    return int_to_double(seconds.get());
}

/// `acquire(blocking=True, timeout=-1)`. lock_acquire_parse_args.
Status parse_acquire(Object* const* arguments, bool& blocking, double& timeout) {
    blocking = TRY(argument_int(arguments[0])) != 0;
    timeout = TRY(timeout_argument(arguments[1]));
    if (!blocking && timeout != wait_forever)
        return raise(value_error_type, "can't specify a timeout for a non-blocking call");
    if (timeout < 0 && timeout != wait_forever)
        return raise(value_error_type, "timeout value must be positive");
    if (timeout > timeout_max)
        return raise(overflow_error_type, timeout > 9.3e9 ? "timestamp too large to convert to C _PyTime_t"
                                                          : "timeout value is too large");
    return done;
}

// --- lock

NewRef lock_acquire(Object* self, Object* const* arguments) {
    bool blocking;
    double timeout;
    TRY(parse_acquire(arguments, blocking, timeout));
    const bool taken = TRY(take(&as_lock(self)->semaphore, blocking, timeout));
    if (taken) as_lock(self)->locked = true;
    return new_bool(taken);
}

NewRef lock_release(Object* self, Object* const*) {
    Lock* lock = as_lock(self);
    if (!lock->locked) return raise(runtime_error_type, "release unlocked lock");
    lock->locked = false;
    sem_post(&lock->semaphore);
    return new_none();
}

NewRef lock_locked(Object* self, Object* const*) { return new_bool(as_lock(self)->locked); }

NewRef lock_enter(Object* self, Object* const*) {
    TRY(take(&as_lock(self)->semaphore, true, wait_forever));
    as_lock(self)->locked = true;
    return new_bool(true);
}

NewRef lock_reinit(Object* self, Object* const*) {
    sem_init(&as_lock(self)->semaphore, 0, 1);
    as_lock(self)->locked = false;
    return new_none();
}

NewRef lock_repr(Object* self) {
    return str_from_utf8(fmt::format("<{} {} object at {}>", as_lock(self)->locked ? "locked" : "unlocked",
                                     self->type->name, static_cast<void*>(self)));
}

void lock_dealloc(Object* self) noexcept {
    clear_weak_references(self);
    sem_destroy(&as_lock(self)->semaphore);
    free_object(self);
}

constexpr NativeDef lock_methods[] = {
    {"acquire_lock", lock_acquire, "-($self, blocking=True, timeout=-1)", "Takes the lock."},
    {"acquire", lock_acquire, "-($self, blocking=True, timeout=-1)",
     "Takes the lock, waiting for it if need be; whether it was taken."},
    {"release_lock", lock_release, "-($self, /)", "Gives the lock back."},
    {"release", lock_release, "-($self, /)", "Gives the lock back, for another thread to take."},
    {"locked_lock", lock_locked, "-($self, /)", "Whether the lock is taken."},
    {"locked", lock_locked, "-($self, /)", "Whether the lock is taken."},
    {"__enter__", lock_enter, "-($self, /)", "Takes the lock."},
    {"__exit__", lock_release, "-($self, /, *args)", "Gives the lock back."},
    {"_at_fork_reinit", lock_reinit, "-($self, /)", "Makes the lock free in a forked process."},
};

const TypeSpec lock_spec = {
    .name = "_thread.lock",
    .basic_size = sizeof(Lock),
    .flags = type_flag::disallow_new,
    .doc = "A lock: taken by at most one thread at a time. Made by allocate_lock().",
    .slots = {.dealloc = lock_dealloc, .repr = lock_repr},
    .methods = lock_methods,
    .weakrefs_offset = offsetof(Lock, weakrefs),
};

// --- RLock

struct RecursiveLock : Object {
    sem_t semaphore;
    unsigned long owner;
    unsigned long count;
    Object* weakrefs;
};

RecursiveLock* as_recursive(Object* object) noexcept { return static_cast<RecursiveLock*>(object); }
unsigned long this_thread() noexcept { return current_thread->identity; }

bool is_owned(const RecursiveLock* lock) noexcept { return lock->count > 0 && lock->owner == this_thread(); }

Result<bool> take_recursive(RecursiveLock* lock, bool blocking, double timeout) {
    if (is_owned(lock)) {
        if (lock->count == std::numeric_limits<unsigned long>::max())
            return raise(overflow_error_type, "Internal lock count overflowed");
        ++lock->count;
        return true;
    }
    if (!TRY(take(&lock->semaphore, blocking, timeout))) return false;
    lock->owner = this_thread();
    lock->count = 1;
    return true;
}

NewRef rlock_acquire(Object* self, Object* const* arguments) {
    bool blocking;
    double timeout;
    TRY(parse_acquire(arguments, blocking, timeout));
    return new_bool(TRY(take_recursive(as_recursive(self), blocking, timeout)));
}

NewRef rlock_enter(Object* self, Object* const*) {
    return new_bool(TRY(take_recursive(as_recursive(self), true, wait_forever)));
}

NewRef rlock_release(Object* self, Object* const*) {
    RecursiveLock* lock = as_recursive(self);
    if (!is_owned(lock)) return raise(runtime_error_type, "cannot release un-acquired lock");
    if (--lock->count == 0) {
        lock->owner = 0;
        sem_post(&lock->semaphore);
    }
    return new_none();
}

NewRef rlock_is_owned(Object* self, Object* const*) { return new_bool(is_owned(as_recursive(self))); }

/// Gives the lock back whatever its count: (count, owner), for `_acquire_restore`.
NewRef rlock_release_save(Object* self, Object* const*) {
    RecursiveLock* lock = as_recursive(self);
    if (lock->count == 0) return raise(runtime_error_type, "cannot release un-acquired lock");
    Ref<Int> count = new_int_unsigned(lock->count), owner = new_int_unsigned(lock->owner);
    Object* state[] = {count.get(), owner.get()};
    lock->count = lock->owner = 0;
    sem_post(&lock->semaphore);
    return new_tuple(state);
}

NewRef rlock_acquire_restore(Object* self, Object* const* arguments) {
    RecursiveLock* lock = as_recursive(self);
    auto* state = static_cast<Tuple*>(arguments[0]);
    if (!is_tuple(arguments[0]) || state->size != 2)
        return raise(type_error_type, "_acquire_restore() argument 1 must be 2-item tuple");
    const Size count = TRY(argument_size((*state)[0])), owner = TRY(argument_size((*state)[1]));
    TRY(take(&lock->semaphore, true, wait_forever));
    lock->count = static_cast<unsigned long>(count);
    lock->owner = static_cast<unsigned long>(owner);
    return new_none();
}

NewRef rlock_reinit(Object* self, Object* const*) {
    RecursiveLock* lock = as_recursive(self);
    sem_init(&lock->semaphore, 0, 1);
    lock->owner = lock->count = 0;
    return new_none();
}

NewRef rlock_new(Type* type, Tuple*, Dict*) {
    Object* lock = allocate_instance(type);
    sem_init(&as_recursive(lock)->semaphore, 0, 1);
    return NewRef(lock);
}

NewRef rlock_repr(Object* self) {
    const RecursiveLock* lock = as_recursive(self);
    return str_from_utf8(fmt::format("<{} {} object owner={} count={} at {}>",
                                     lock->count ? "locked" : "unlocked", self->type->name, lock->owner,
                                     lock->count, static_cast<void*>(self)));
}

void rlock_dealloc(Object* self) noexcept {
    clear_weak_references(self);
    sem_destroy(&as_recursive(self)->semaphore);
    free_object(self);
}

constexpr NativeDef rlock_methods[] = {
    {"acquire", rlock_acquire, "-($self, blocking=True, timeout=-1)",
     "Takes the lock; the thread that has it may take it again."},
    {"release", rlock_release, "-($self, /)", "Gives the lock back once: as often as it was taken."},
    {"_is_owned", rlock_is_owned, "-($self, /)", "Whether this thread has the lock."},
    {"_acquire_restore", rlock_acquire_restore, "-($self, state, /)",
     "Takes the lock as often as the state says."},
    {"_release_save", rlock_release_save, "-($self, /)", "Gives the lock back wholly; its state."},
    {"__enter__", rlock_enter, "-($self, /)", "Takes the lock."},
    {"__exit__", rlock_release, "-($self, /, *args)", "Gives the lock back once."},
    {"_at_fork_reinit", rlock_reinit, "-($self, /)", "Makes the lock free in a forked process."},
};

const TypeSpec rlock_spec = {
    .name = "_thread.RLock",
    .basic_size = sizeof(RecursiveLock),
    .flags = type_flag::base_type,
    .slots = {.new_ = rlock_new, .dealloc = rlock_dealloc, .repr = rlock_repr},
    .methods = rlock_methods,
    .weakrefs_offset = offsetof(RecursiveLock, weakrefs),
};

}  // namespace

Type lock_type(lock_spec), rlock_type(rlock_spec);

Ref<Object> new_lock() {
    Object* lock = allocate_instance(&lock_type);
    sem_init(&as_lock(lock)->semaphore, 0, 1);
    return Ref<Object>::steal(lock);
}

void release_if_locked(Object* self) noexcept {
    Lock* lock = as_lock(self);
    if (!lock->locked) return;
    lock->locked = false;
    sem_post(&lock->semaphore);
}

}  // namespace minipy
