// mappingproxy: a read-only view of a mapping, as `type.__dict__` gives it.
//
// CPython: Objects/descrobject.c (mappingproxyobject)
#pragma once

#include "objects/type.h"

namespace minipy {

struct MappingProxy : Object {
    Object* mapping;
};

extern Type mapping_proxy_type;

/// PyDictProxy_New.
Ref<Object> new_mapping_proxy(Object* mapping);

}  // namespace minipy
