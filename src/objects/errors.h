// Raising from C++: an exception becomes "pending" on the thread and the function returns `failed`.
//
// Invariant: a fallible function returns empty/failed if and only if an exception is pending.
//
// CPython: Python/errors.c (PyErr_*)
#pragma once

#include <string>
#include <string_view>

#include "memory/ref.h"

namespace minipy {

// The built-in exception types that natives raise; the whole hierarchy is in exceptions.def.
extern Type base_exception_type;
extern Type exception_type;
extern Type type_error_type, value_error_type, overflow_error_type, zero_division_error_type, index_error_type,
    key_error_type, attribute_error_type, memory_error_type, recursion_error_type, runtime_error_type,
    system_error_type, lookup_error_type, arithmetic_error_type, name_error_type, stop_iteration_type,
    unicode_error_type, unicode_decode_error_type, unicode_encode_error_type, unicode_translate_error_type,
    buffer_error_type, syntax_error_type, not_implemented_error_type, assertion_error_type, import_error_type,
    os_error_type, eof_error_type;

// Cold: the compiler moves what leads to a `raise` with a message out of the way of the code that runs.

/// Makes `type(message)` pending; returns `failed` so that callers write `return raise(...)`.
/// PyErr_SetString.
[[gnu::cold]] Failure raise(Type& type, std::string_view message);

/// TypeError "fromunicode() argument must be str, not int", where None counts as the name of its type.
/// _PyArg_BadArgument.
[[gnu::cold]] Failure raise_bad_argument(std::string_view argument, std::string_view expected,
                                         const Object* given);

/// The same for `what` of a function's arguments: "argument", if it has but one, else "argument 2".
[[gnu::cold]] Failure raise_bad_argument(std::string_view function, std::string_view what,
                                         std::string_view expected, const Object* given);

/// Makes `type()` pending. PyErr_SetNone.
[[gnu::cold]] Failure raise(Type& type);

/// Makes `type(message)` pending with the exception pending so far as its cause and context.
/// _PyErr_FormatFromCause.
[[gnu::cold]] Failure raise_from_cause(Type& type, std::string_view message);

/// KeyError whose argument is the key itself. _PyErr_SetKeyError.
[[gnu::cold]] Failure raise_key_error(Object* key);

/// Makes an exception object pending; the exception being handled becomes its context. PyErr_SetObject.
Failure raise_object(Ref<Object> exception);

/// Makes an exception pending as it is: what `take_exception` took comes back. PyErr_SetRaisedException.
Failure restore_exception(Ref<Object> exception) noexcept;

/// The pending exception, borrowed, or null. PyErr_Occurred.
Object* pending_exception() noexcept;

/// Takes the pending exception away from the thread (empty if none). PyErr_GetRaisedException.
Ref<Object> take_exception() noexcept;

/// Drops the pending exception. PyErr_Clear.
void clear_exception() noexcept;

/// Whether the pending exception is an instance of the type (or of a subclass). PyErr_ExceptionMatches.
bool pending_matches(const Type& type) noexcept;

}  // namespace minipy
