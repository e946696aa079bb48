// The classes with a finalizer of the old kind, and the call of it.
//
// Invariant: the finalizer runs each time the object dies, as nothing remembers that it has run before.
//
// CPython: Modules/_testcapimodule.c (slot_tp_del)
#include "objects/legacy_finalizer.h"

#include <unordered_set>

#include "memory/collector.h"
#include "objects/call.h"
#include "objects/errors.h"
#include "objects/names.h"
#include "objects/protocol.h"

namespace minipy {
namespace {

std::unordered_set<const Type*>& classes() {
    static std::unordered_set<const Type*> instance;
    return instance;
}

}  // namespace

bool legacy_finalizers_exist = false;

bool has_legacy_finalizer(const Object* object) noexcept {
    return legacy_finalizers_exist && classes().contains(object->type);
}

void add_legacy_finalizer(Type* type) {
    if (classes().insert(type).second) incref(type);
    legacy_finalizers_exist = true;
}

bool run_legacy_finalizer(Object* self) noexcept {
    if (!has_legacy_finalizer(self)) return true;
    self->refcount = 1;
    Ref<Object> earlier = take_exception();
    if (Object* finalizer = type_lookup(self->type, name<"__tp_del__">)) {
        Ref<Object> keep = share(finalizer);
        if (!Ref<Object>(call(finalizer, {self}))) write_unraisable(finalizer);
    }
    if (earlier) (void)restore_exception(std::move(earlier));
    if (--self->refcount == 0) return true;
    track(self);
    return false;
}

}  // namespace minipy
