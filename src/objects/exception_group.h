// Exception groups: several exceptions raised as one, and how `except*` takes them apart.
//
// CPython: Objects/exceptions.c (PyBaseExceptionGroupObject), PEP 654
#pragma once

#include "objects/exceptions.h"

namespace minipy {

struct List;

struct ExceptionGroup : BaseException {
    Object* message;
    Object* exceptions;  // tuple
};

inline bool is_exception_group(const Object* object) noexcept {
    return is_instance_of(object, base_exception_group_type);
}

/// TypeError if an `except*` clause names no exception class, or a group.
Status check_except_star_type(Object* type_or_tuple);
/// A plain exception that `except*` matched, as a group of one without message and context.
Ref<Object> wrap_in_group(Object* exception);
/// `group.split(type)`: either part may be None.
Status split_group(Object* group, Object* type, Ref<Object>& match, Ref<Object>& rest);
/// What remains to be raised at the end of an except* statement: what the clauses raised themselves, and the
/// unmatched rest in the shape of the original group. None if nothing. _PyExc_PrepReraiseStar.
NewRef merge_except_star(Object* original, List* raised);

}  // namespace minipy
