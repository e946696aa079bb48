// One iterator asks another one for its next item, and that perhaps the next: a chain of 100,000 `map` objects
// is as many C++ calls deep. The only thing between it and the end of the stack is this check.
//
// CPython: none; there such a chain overflows the stack.
#pragma once

#include "objects/call.h"
#include "objects/thread_state.h"
#include "objects/type.h"

namespace minipy {

/// What the iterator's slot gives (null without an exception: exhausted), or RecursionError.
inline NewRef ask_next(Object* iterator) {
    if (stack_is_low()) [[unlikely]]
        return raise_recursion_error(" in nested iterators");
    return iterator->type->slots.next(iterator);
}

}  // namespace minipy
