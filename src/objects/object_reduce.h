// How `object` helps pickle and copy: the state of an instance and the recipe to make it again.
//
// CPython: Objects/typeobject.c (object___reduce_ex__, object_getstate_default)
#pragma once

#include "objects/type.h"

namespace minipy {

NewRef object_reduce(Object* self, Object* const* arguments);
NewRef object_reduce_ex(Object* self, Object* const* arguments);
NewRef object_getstate(Object* self, Object* const* arguments);

}  // namespace minipy
