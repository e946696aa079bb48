// Exception objects.
//
// All built-in exceptions share the head `BaseException`; those with further attributes extend it. The
// hierarchy is one list, exceptions.def.
//
// CPython: Include/cpython/pyerrors.h, Objects/exceptions.c
#pragma once

#include "objects/errors.h"
#include "objects/type.h"

namespace minipy {

struct BaseException : Object {
    Object* dict;  // instance attributes, or null
    Tuple* args;
    Object* notes;      // unused, as in CPython: `__notes__` lies in the dict
    Object* traceback;  // or null
    Object* context;    // or null
    Object* cause;      // or null
    bool suppress_context;
};

inline bool is_exception(const Object* object) noexcept {
    return object->type->has(type_flag::exception_subclass);
}

inline bool is_exception_class(const Object* object) noexcept {
    return is_instance_of(object, type_type) &&
           static_cast<const Type*>(object)->has(type_flag::exception_subclass);
}

/// `type(message)` as an object.
Ref<Object> new_exception(Type& type, std::string_view message);

/// `type(argument)` as an object.
Ref<Object> new_exception_with(Type& type, Object* argument);

/// `type()` as an object.
Ref<Object> new_exception_without_arguments(Type& type);

/// Sets what the exception was raised in handling of (null: nothing). Takes over `context`.
/// PyException_SetContext.
void set_exception_context(Object* exception, Ref<Object> context) noexcept;

/// AttributeError with its `name` and `obj` set, which "Did you mean" works from.
Failure raise_attribute_error(Object* object, Str* name, std::string_view message);

/// Gives a pending AttributeError that knows neither object nor name those of the access that failed.
/// set_attribute_error_context.
void complete_attribute_error(Object* object, Str* name) noexcept;

/// NameError or UnboundLocalError with its `name` set.
Failure raise_named_error(Type& type, Str* name, std::string_view message);

/// The class ExceptionGroup, which has two bases and is therefore made at run time.
Type* exception_group_class();

#define EXCEPTION(cpp_name, name, base, layout, text) extern Type cpp_name##_type;
#include "objects/exceptions.def"

}  // namespace minipy
