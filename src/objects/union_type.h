// `int | str`: the union of types (types.UnionType), and `list[int]`: types.GenericAlias.
//
// Both keep their arguments in a tuple and find the type variables in it (`__parameters__`) when somebody asks;
// subscribing them puts arguments in the variables' places.
//
// CPython: Objects/unionobject.c, Objects/genericaliasobject.c
#pragma once

#include <string>

#include "objects/type.h"

namespace minipy {

struct Union : Object {
    Tuple* arguments;
    Tuple* parameters;  // null until somebody asks
};

struct GenericAlias : Object {
    Object* origin;
    Tuple* arguments;
    Tuple* parameters;  // null until somebody asks
    Object* weakrefs;
    bool starred;  // `*tuple[int]`
};

extern Type union_type, generic_alias_type, generic_alias_iterator_type;

inline bool is_union(const Object* object) noexcept { return object->type == &union_type; }
inline bool is_generic_alias(const Object* object) noexcept {
    return is_instance_of(object, generic_alias_type);
}

/// The union of two types, None, aliases or unions; NotImplemented for anything else. _Py_union_type_or.
NewRef union_of(Object* left, Object* right);

/// `origin[arguments]`; a single argument need not be a tuple. Py_GenericAlias.
Ref<Object> new_generic_alias(Object* origin, Object* arguments);

/// `__class_getitem__` of the generic built-in types.
NewRef class_getitem(Object* type, Object* const* arguments);

/// The type variables in the arguments, each once, in order of appearance. _Py_make_parameters.
Ref<Tuple> type_parameters(Tuple* arguments);

/// The arguments with `item` (or the items of the tuple `item`) in the places of the parameters. Raises
/// TypeError "list[int] is not a generic class". _Py_subs_parameters.
Ref<Tuple> substitute_parameters(Object* self, Tuple* arguments, Tuple* parameters, Object* item);

/// Appends how an argument is written: a class by its qualified name, all else by its repr.
Status append_type_repr(std::string& text, Object* argument);

}  // namespace minipy
