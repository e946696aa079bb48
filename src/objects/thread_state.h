// What one thread of Python code carries: the pending exception and the depth of C++ recursion.
//
// Invariant: `current_thread` is the state of the thread that holds the GIL.
//
// CPython: Include/cpython/pystate.h
#pragma once

#include "memory/object.h"

namespace minipy {

struct ThreadState {
    Object* pending_exception = nullptr;
    int recursion_depth = 0;  // nested calls through C++ code
};

extern ThreadState* current_thread;

}  // namespace minipy
