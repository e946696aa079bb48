// The import lock: see import_lock.h.
//
// A thread that never runs again because the interpreter is going down may have died holding the lock: nobody
// waits for it then.
//
// CPython: Python/import.c (import_lock)
#include "vm/import_lock.h"

#include <mutex>

#include "vm/gil.h"

namespace minipy {
namespace {

std::mutex mutex;
ThreadState* owner = nullptr;
int depth = 0;

}  // namespace

void acquire_import_lock() {
    ThreadState* thread = current_thread;
    if (owner != thread && !mutex.try_lock() && !is_finalizing()) {
        WithoutGil waiting;
        mutex.lock();
    }
    if (owner != thread) depth = 0;
    owner = thread;
    ++depth;
}

bool release_import_lock() noexcept {
    if (owner != current_thread || depth == 0) return false;
    if (--depth > 0) return true;
    owner = nullptr;
    mutex.unlock();
    return true;
}

bool is_import_lock_held() noexcept { return depth > 0; }

}  // namespace minipy
