// Where a built-in type comes from in CPython, as far as a program can see it: types that are static there and
// types made at run time for a module differ in what stands in their dictionaries and in whether attributes can
// be set.
//
// All types are static here; type_origin.def lists what CPython's say of themselves.
// Invariant: a type that the list does not name is a static one of CPython.
//
// CPython: Objects/typeobject.c (PyType_FromModuleAndSpec, type_ready_set_dict), PyObject_GenericGetAttr as
// tp_getattro
#pragma once

#include "objects/type.h"

namespace minipy {

struct TypeOrigin {
    bool for_module = false;      // `__module__` is in the dictionary
    bool open = false;            // attributes of the type can be set
    bool shows_access = true;     // directly below object: has a `__getattribute__` of its own
};

TypeOrigin type_origin(const Type& type) noexcept;

/// Puts into the dictionary of the new built-in type, and into its flags, what its origin makes it show.
void show_origin(Type* type);

/// Once the rows of its tables are there: attributes that are computed here and fields of the struct in CPython
/// become members, and names that CPython's type leaves to its base go.
void show_fields(Type* type);

}  // namespace minipy
