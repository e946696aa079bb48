// Finalizers of the kind before PEP 442, the slot `tp_del`: the collector cannot take apart a cycle that one of
// its objects might look at while it dies, so such cycles are uncollectable and end up in `gc.garbage`.
//
// No class written in Python has one, and no type of minipy; only CPython's tests of the mechanism give them
// to classes. So the few classes stand in a set instead of taking a slot in every type. A class in the set
// lives as long as the process.
//
// CPython: Objects/typeobject.c (subtype_dealloc), Modules/_testcapimodule.c (with_tp_del)
#pragma once

#include "objects/type.h"

namespace minipy {

/// False as long as there are no such classes: what a dying object asks first.
extern bool legacy_finalizers_exist;

/// Whether the object would be finalized in the old way. The collector asks.
bool has_legacy_finalizer(const Object* object) noexcept;

/// From now on the class's method `__tp_del__` is called when an instance dies. Subclasses do not inherit that.
void add_legacy_finalizer(Type* type);

/// Runs the finalizer of an untracked dying object. False if that has brought it back to life: it is tracked
/// again then.
bool run_legacy_finalizer(Object* self) noexcept;

}  // namespace minipy
