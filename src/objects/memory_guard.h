// Where running out of memory becomes an exception of the language.
//
// Allocation throws `std::bad_alloc` (and a library's container `std::length_error`). Code whose sizes come
// from the program's own numbers - shifts, powers, widths - runs inside `guard_memory`.
//
// CPython: PyErr_NoMemory
#pragma once

#include <new>
#include <stdexcept>

#include "objects/errors.h"

namespace minipy {

/// The computation's result, or MemoryError.
template <class Computation>
auto guard_memory(Computation compute) -> decltype(compute()) {
    try {
        return compute();
    } catch (const std::bad_alloc&) {
        return raise(memory_error_type);
    } catch (const std::length_error&) {
        return raise(memory_error_type);
    }
}

}  // namespace minipy
