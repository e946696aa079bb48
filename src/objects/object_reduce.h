// How `object` helps pickle and copy: the state of an instance and the recipe to make it again.
//
// CPython: Objects/typeobject.c (object___reduce_ex__, object_getstate_default)
#pragma once

#include "objects/type.h"

namespace minipy {

NewRef object_reduce(Object* self, Object* const* arguments);
NewRef object_reduce_ex(Object* self, Object* const* arguments);
NewRef object_getstate(Object* self, Object* const* arguments);

/// From now on instances of the type, and of classes derived from it, may be copied although the type has this
/// many octets of its own: they tell how the object is getting on, which a copy begins anew.
void ignore_fields_in_copies(const Type& type, std::size_t octets);

}  // namespace minipy
