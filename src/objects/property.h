// property: an attribute computed by functions.
//
// CPython: Objects/descrobject.c (propertyobject)
#pragma once

#include "objects/type.h"

namespace minipy {

struct Property : Object {
    Object* getter;   // or null
    Object* setter;   // or null
    Object* deleter;  // or null
    Object* doc;      // or null
    Object* name;     // as `__set_name__` told, or null; only for messages
    bool doc_from_getter;
};

extern Type property_type;

}  // namespace minipy
