// super: attribute look-up that starts behind a class in an object's MRO.
//
// CPython: Objects/typeobject.c (superobject)
#pragma once

#include "objects/type.h"

namespace minipy {

struct Super : Object {
    Type* start;      // __thisclass__: the look-up begins behind it
    Object* self;     // or null: unbound
    Type* self_type;  // __self_class__: whose MRO is walked
};

extern Type super_type;

/// `super(start, object)`. TypeError "super(type, obj): obj must be an instance or subtype of type".
Ref<Object> new_super(Type* start, Object* object);

/// What the attribute look-up of a bound `super` finds, without making the `super` object. For LOAD_SUPER
/// paths.
NewRef super_lookup(Type* start, Object* self, Type* self_type, Str* name);

}  // namespace minipy
