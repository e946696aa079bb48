// What the cycle collector asks about objects: the answers from their types' slots.
//
// Declared in memory/collector.h, which knows no type.
//
// CPython: Modules/gcmodule.c (handle_weakrefs), Objects/tupleobject.c, Objects/dictobject.c (MaybeUntrack)
#include "objects/collected.h"

#include <vector>

#include "objects/call.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/protocol.h"
#include "objects/tuple.h"
#include "objects/type.h"
#include "objects/weak_reference.h"

namespace minipy {

bool is_collected(const Object* object) noexcept {
    const Type* type = object->type;
    if (!type->has(type_flag::collected)) return false;
    // Built-in types are global variables without a collector's header.
    return !type->has(type_flag::type_subclass) || static_cast<const Type*>(object)->has(type_flag::heap);
}

int traverse_object(Object* object, CollectorVisit visit, void* context) {
    TraverseSlot slot = object->type->slots.traverse;
    return slot ? slot(object, visit, context) : 0;
}

void clear_object(Object* object) noexcept {
    ClearSlot slot = object->type->slots.clear;
    if (!slot) return;
    slot(object);
    if (pending_exception()) write_unraisable(object);
}

bool has_finalizer(const Object* object) noexcept { return object->type->slots.finalize != nullptr; }

void finalize_object(Object* object) noexcept { object->type->slots.finalize(object); }

bool is_exception_pending() noexcept { return pending_exception() != nullptr; }

const char* type_name_of(const Object* object) noexcept { return object->type->name; }

std::intptr_t clear_weak_references_of(GcHead& unreachable) noexcept {
    std::vector<Ref<WeakReference>> with_callback;
    for (GcHead* head = unreachable.next; head != &unreachable; head = head->next) {
        Object* object = object_of(head);
        // A reference that is garbage itself must not hand out a half-cleared object to a finalizer.
        if (is_weak_reference(object)) empty_weak_reference(static_cast<WeakReference*>(object));
        WeakReference** list = weak_reference_list(object);
        while (list && *list) {
            WeakReference* reference = *list;
            empty_weak_reference(reference);
            if (reference->callback && is_alive(reference) && !is_in_collection(reference))
                with_callback.push_back(share(reference));
        }
    }
    std::intptr_t died = 0;
    for (Ref<WeakReference>& reference : with_callback) {
        Ref<Object> callback = Ref<Object>::share(reference->callback);
        if (callback) {
            Ref<Object> result = call(callback.get(), {reference.get()});
            if (!result) write_unraisable(callback.get());
        }
        died += reference->refcount == 1;
        reference.reset();
    }
    return died;
}

bool can_be_untracked(Object* object, bool dicts) noexcept {
    if (is_exactly(object, tuple_type)) {
        for (Object* item : static_cast<Tuple*>(object)->span())
            if (!item || may_be_in_cycle(item)) return false;
        return true;
    }
    if (!dicts || !is_exactly(object, dict_type)) return false;
    Size position = 0;
    Object *key, *value;
    while (dict_next(static_cast<Dict*>(object), position, key, value))
        if (may_be_in_cycle(key) || may_be_in_cycle(value)) return false;
    return true;
}

}  // namespace minipy
