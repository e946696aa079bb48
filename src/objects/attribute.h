// Attribute access: the look-up order of instances, types, and special methods.
//
// An attribute of an instance is looked for in this order: a data descriptor on the type's MRO, the
// instance's own attributes, any other attribute on the MRO (bound if it is a descriptor). This file has the
// only implementation of that order; `super`, modules and types have theirs in their own files.
//
// CPython: Objects/object.c (_PyObject_GenericGetAttrWithDict), Objects/typeobject.c
#pragma once

#include "objects/type.h"

namespace minipy {

/// `object.name`. Raises AttributeError. PyObject_GetAttr.
NewRef get_attribute(Object* object, Str* name);
/// Like `get_attribute`, but a missing attribute leaves `found` empty and is no error. _PyObject_LookupAttr.
Status find_attribute(Object* object, Str* name, Ref<Object>& found);
/// `object.name = value`, or deletion when the value is null. PyObject_SetAttr.
Status set_attribute(Object* object, Str* name, Object* value_or_null);

/// The `get_attribute`/`set_attribute` slots of `object`. PyObject_GenericGetAttr / SetAttr.
NewRef generic_get_attribute(Object* object, Object* name);
Status generic_set_attribute(Object* object, Object* name, Object* value_or_null);

/// A special method looked up on the type only and bound to the object; empty without an exception if the
/// type has none. _PyObject_LookupSpecial.
NewRef lookup_special(Object* object, Str* name);

/// The place of the instance's `__dict__`, or null if it can have none. _PyObject_GetDictPtr.
Dict** dict_pointer(Object* object) noexcept;
/// The instance's `__dict__`, made now if there is none yet; empty with AttributeError if there cannot be one.
/// PyObject_GenericGetDict.
Ref<Dict> instance_dict(Object* object);

}  // namespace minipy
