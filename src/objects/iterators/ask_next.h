// One iterator asks another one for its next item, and that perhaps the next: a chain of 100,000 `map` objects
// is as many C++ calls deep. The only thing between it and the end of the stack is this check.
//
// CPython: none; there such a chain overflows the stack.
#pragma once

#include <cstdint>

#include "objects/call.h"
#include "objects/thread_state.h"
#include "objects/type.h"

namespace minipy {

/// What the iterator's slot gives (null without an exception: exhausted), or RecursionError.
inline NewRef ask_next(Object* iterator) {
    const auto here = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
    if (here <= current_thread->stack_limit) [[unlikely]]
        return raise_recursion_error(" in nested iterators");
    return iterator->type->slots.next(iterator);
}

}  // namespace minipy
