// The module `_collections`: deque, defaultdict, OrderedDict, and helpers of namedtuple and Counter.
//
// CPython: Modules/_collectionsmodule.c
#pragma once

#include "objects/module.h"

namespace minipy {

extern Type deque_type, deque_iterator_type, deque_reverse_iterator_type;
extern Type defaultdict_type, tuplegetter_type;

/// deque: a ring buffer.
///
/// Item i lies at `(head + i) & (capacity - 1)`. Invariants: `capacity` is zero or a power of two; `version`
/// changes with every change of the items' places, which is how iterators notice.
struct Deque : Object {
    Object** items;
    Size capacity;
    Size head;
    Size size;
    Size limit;  // maxlen; -1: none
    Size version;
    Object* weak_references;

    Object*& at(Size index) noexcept { return items[(head + index) & (capacity - 1)]; }
    bool has_limit() const noexcept { return limit >= 0; }
};

inline bool is_deque(const Object* object) noexcept { return is_instance_of(object, deque_type); }

/// `iter(deque)` and `reversed(deque)`. deque_iter, deque_reviter.
NewRef deque_iter(Object* self);
NewRef deque_reversed(Object* self, Object* const* arguments);

Ref<Module> make_collections_module();

}  // namespace minipy
