// Containers that contain themselves: `repr` shows them as "..." the second time.
//
// CPython: Objects/object.c (Py_ReprEnter, Py_ReprLeave)
#pragma once

#include "objects/call.h"

namespace minipy {

/// Notes for as long as it lives that the object's repr is being made on this thread.
class ReprGuard {
  public:
    explicit ReprGuard(Object* object) noexcept;
    ~ReprGuard();
    ReprGuard(const ReprGuard&) = delete;
    ReprGuard& operator=(const ReprGuard&) = delete;
    /// Whether an outer repr of the same object is being made.
    bool nested() const noexcept { return nested_; }
    /// Whether containers are nested too deeply: a RecursionError is pending.
    bool failed() const noexcept { return !recursion_.entered(); }

  private:
    RecursionGuard recursion_;
    Object* object_;
    bool nested_;
};

}  // namespace minipy
