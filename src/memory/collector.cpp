// Tracking of objects that can be part of a reference cycle.
//
// CPython: Modules/gcmodule.c
#include "memory/collector.h"

namespace minipy {

Generation generations[generation_count] = {
    {{&generations[0].head, &generations[0].head}, 700, 0},
    {{&generations[1].head, &generations[1].head}, 10, 0},
    {{&generations[2].head, &generations[2].head}, 10, 0},
};

void* allocate_collected(std::size_t bytes) {
    auto* head = static_cast<GcHead*>(allocate(sizeof(GcHead) + bytes));
    head->next = nullptr;
    head->previous = nullptr;
    return head + 1;
}

void release_collected(void* object, std::size_t bytes) noexcept {
    release(static_cast<GcHead*>(object) - 1, sizeof(GcHead) + bytes);
}

void track(Object* object) noexcept {
    GcHead* head = gc_head(object);
    GcHead& list = generations[0].head;
    head->previous = list.previous;
    head->next = &list;
    list.previous->next = head;
    list.previous = head;
}

void untrack(Object* object) noexcept {
    GcHead* head = gc_head(object);
    if (!head->next) return;
    head->previous->next = head->next;
    head->next->previous = head->previous;
    head->next = nullptr;
}

}  // namespace minipy
