// The stack of an unpickler, and the opcodes that make objects.
//
// CPython: Modules/_pickle.c (Pdata)
#pragma once

#include <vector>

#include "modules/pickle/pickle.h"

namespace minipy::pickle {

inline Size depth(const Unpickler* self) noexcept { return static_cast<Size>(self->stack.size()); }
/// Where the part begins that may be taken: above the topmost mark.
inline Size fence(const Unpickler* self) noexcept { return self->marks.empty() ? 0 : self->marks.back(); }
inline Size memo_count(const Unpickler* self) noexcept { return self->memo_used; }

inline Failure raise_underflow(const Unpickler* self) {
    return raise(unpickling_error(),
                 self->marks.empty() ? "unpickling stack underflow" : "unexpected MARK found");
}

inline Status check_depth(Unpickler* self, Size count) {
    if (depth(self) - fence(self) >= count) return done;
    return raise_underflow(self);
}

template <class T>
Status push(Unpickler* self, Ref<T> object) {
    self->stack.push_back(object.release());
    return done;
}
inline Status push(Unpickler* self, NewRef object) { return push(self, Ref<Object>(object)); }

/// Takes the top of a stack that is known not to be empty.
inline Ref<Object> pop_top(Unpickler* self) {
    Ref<Object> top = Ref<Object>::steal(self->stack.back());
    self->stack.pop_back();
    return top;
}

inline Ref<Object> pop(Unpickler* self) {
    TRY(check_depth(self, 1));
    return pop_top(self);
}

/// Takes the topmost mark away; the depth that it stood at.
inline Result<Size> take_mark(Unpickler* self) {
    if (self->marks.empty()) return raise(unpickling_error(), "could not find MARK");
    const Size start = self->marks.back();
    self->marks.pop_back();
    return start;
}

/// Objects that have been taken off the stack.
using Taken = std::vector<Ref<Object>>;

inline Taken take_above(Unpickler* self, Size start) {
    Taken items;
    items.reserve(static_cast<std::size_t>(depth(self) - start));
    for (Size i = start; i < depth(self); ++i) items.push_back(Ref<Object>::steal(self->stack[i]));
    self->stack.resize(static_cast<std::size_t>(start));
    return items;
}

// Opcodes that look globals up, call them, and set states (load_objects.cpp).
Status load_global(Unpickler* self);
Status load_stack_global(Unpickler* self);
Status load_extension(Unpickler* self, std::int64_t code);
Status load_reduce(Unpickler* self);
Status load_newobj(Unpickler* self, bool with_keywords);
Status load_inst(Unpickler* self);
Status load_obj(Unpickler* self);
Status load_build(Unpickler* self);

}  // namespace minipy::pickle
