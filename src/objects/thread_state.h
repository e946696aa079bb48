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
    int recursion_depth = 0;  // nested Python calls and nested calls through C++ code
    int recursion_limit = 1000;
};

extern ThreadState* current_thread;

}  // namespace minipy
