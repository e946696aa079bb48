// The import lock: while a thread holds it, no other one starts or ends an import.
//
// importlib holds it only while it looks after the locks of single modules. A thread may take it several times.
// fork() takes it too, so that the child finds no import half done by a thread that it does not have.
// Invariant: whoever waits for it does so without the GIL.
//
// CPython: Python/import.c (_PyImport_AcquireLock)
#pragma once

namespace minipy {

/// _PyImport_AcquireLock.
void acquire_import_lock();
/// False if this thread does not hold it. _PyImport_ReleaseLock.
bool release_import_lock() noexcept;
bool is_import_lock_held() noexcept;

}  // namespace minipy
