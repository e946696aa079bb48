// lock and RLock.
//
// A lock is a POSIX semaphore: whoever may pass takes its one unit. A thread waits without the GIL; waiting
// ends early for a signal, whose handler runs before the wait goes on.
//
// CPython: Modules/_threadmodule.c, Python/thread_pthread.h
#include <fmt/format.h>
#include <semaphore.h>

#include <cerrno>
#include <cstdint>
#include <limits>

#include "modules/blocking.h"
#include "modules/support.h"
#include "modules/thread/thread.h"
#include "objects/bytes.h"
#include "objects/int.h"
#include "objects/int_large.h"
#include "objects/native.h"
#include "objects/number_convert.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/thread_state.h"
#include "objects/weak_reference.h"
#include "vm/gil.h"
#include "vm/interrupt.h"

namespace minipy {
namespace {

struct Lock : Object {
    sem_t semaphore;
    bool locked;
    Object* weakrefs;
};

Lock* as_lock(Object* object) noexcept { return static_cast<Lock*>(object); }

/// How long to wait for a lock: at most until a point in time, or for as long as it takes.
struct Patience {
    bool waits = true;
    Deadline deadline = {};
};

/// Takes the semaphore's unit: at once, within the time, or whenever. False when the time is over; fails if a
/// signal handler raises.
Result<bool> take(sem_t* semaphore, const Patience& patience) {
    if (sem_trywait(semaphore) == 0) return true;
    if (!patience.waits) return false;
    const timespec until = patience.deadline.is_set() ? patience.deadline.time() : timespec{};
    for (;;) {
        const int result = without_gil([&] {
            return patience.deadline.is_set() ? sem_clockwait(semaphore, CLOCK_MONOTONIC, &until)
                                              : sem_wait(semaphore);
        });
        if (result == 0) return true;
        if (errno != EINTR) return false;
        TRY(handle_interrupts(*current_thread));
    }
}

/// `acquire(blocking=True, timeout=-1)`. lock_acquire_parse_args.
Result<Patience> parse_acquire(Object* const* arguments) {
    constexpr std::int64_t unset = -1'000'000'000, longest = INT64_MAX / 1000 * 1000;
    const bool blocking = TRY(parsed_int_argument(arguments[0])) != 0;
    const std::int64_t nanoseconds = TRY(nanoseconds_argument(arguments[1]));
    if (!blocking && nanoseconds != unset)
        return raise(value_error_type, "can't specify a timeout for a non-blocking call");
    if (nanoseconds < 0 && nanoseconds != unset)
        return raise(value_error_type, "timeout value must be positive");
    if (nanoseconds > longest) return raise(overflow_error_type, "timeout value is too large");
    Patience patience{blocking && nanoseconds != 0};
    if (nanoseconds > 0) patience.deadline = Deadline(nanoseconds);
    return patience;
}

// --- lock

NewRef lock_acquire(Object* self, Object* const* arguments) {
    const bool taken = TRY(take(&as_lock(self)->semaphore, TRY(parse_acquire(arguments))));
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
    TRY(take(&as_lock(self)->semaphore, {}));
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

Result<bool> take_recursive(RecursiveLock* lock, const Patience& patience) {
    if (is_owned(lock)) {
        if (lock->count == std::numeric_limits<unsigned long>::max())
            return raise(overflow_error_type, "Internal lock count overflowed");
        ++lock->count;
        return true;
    }
    if (!TRY(take(&lock->semaphore, patience))) return false;
    lock->owner = this_thread();
    lock->count = 1;
    return true;
}

NewRef rlock_acquire(Object* self, Object* const* arguments) {
    return new_bool(TRY(take_recursive(as_recursive(self), TRY(parse_acquire(arguments)))));
}

NewRef rlock_enter(Object* self, Object* const*) {
    return new_bool(TRY(take_recursive(as_recursive(self), {})));
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

/// Two whole numbers, of which the lowest bits count. PyArg_Parse("(kk)").
Status parse_saved(Object* state, unsigned long (&numbers)[2]) {
    constexpr const char* what = "_acquire_restore() argument 1";
    if (!is_sequence(state) || is_bytes(state)) return raise_bad_argument(what, "2-item sequence", state);
    const Size size = TRY(length(state));
    if (size != 2)
        return raise(type_error_type, fmt::format("{} must be sequence of length 2, not {}", what, size));
    for (Size i = 0; i < 2; ++i) {
        Ref<Object> item = TRY(get_item(state, new_int(i).get()));
        if (!is_int(item.get()))
            return raise_bad_argument(fmt::format("{}, item {}", what, i), "int", item.get());
        numbers[i] = IntParts(as_int(item.get())).low_word();
    }
    return done;
}

NewRef rlock_acquire_restore(Object* self, Object* const* arguments) {
    RecursiveLock* lock = as_recursive(self);
    unsigned long saved[2];
    TRY(parse_saved(arguments[0], saved));
    TRY(take(&lock->semaphore, {}));
    lock->count = saved[0];
    lock->owner = saved[1];
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
                                     lock->count ? "locked" : "unlocked", self->type->name,
                                     static_cast<long>(lock->owner), lock->count, static_cast<void*>(self)));
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
