// Tracking of objects that can be part of a reference cycle.
//
// CPython: Modules/gcmodule.c
#include "memory/collector.h"

namespace minipy {
namespace {

constexpr std::uintptr_t mark_bit = 1;

GcHead* previous_of(const GcHead* head) noexcept {
    return reinterpret_cast<GcHead*>(reinterpret_cast<std::uintptr_t>(head->previous) & ~mark_bit);
}

/// Links while keeping the mark.
void set_previous(GcHead* head, GcHead* previous) noexcept {
    const std::uintptr_t mark = reinterpret_cast<std::uintptr_t>(head->previous) & mark_bit;
    head->previous = reinterpret_cast<GcHead*>(reinterpret_cast<std::uintptr_t>(previous) | mark);
}

}  // namespace

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
    set_previous(head, previous_of(&list));
    head->next = &list;
    previous_of(&list)->next = head;
    set_previous(&list, head);
}

void untrack(Object* object) noexcept {
    GcHead* head = gc_head(object);
    if (!head->next) return;
    GcHead *before = previous_of(head), *after = head->next;
    before->next = after;
    set_previous(after, before);
    head->next = nullptr;
    set_previous(head, nullptr);
}

}  // namespace minipy
