// Calling objects. Arguments travel as an array (vectorcall); tuples and dicts are made only for callees
// that have nothing but a `call` slot.
//
// The array holds the positional arguments, then one value for each name in `keyword_names`. The caller
// keeps ownership of all of it. Invariant: `keyword_names` holds exact or derived strings, or is null.
//
// CPython: Objects/call.c
#pragma once

#include <initializer_list>
#include <string>

#include "objects/type.h"

namespace minipy {

/// PyObject_Vectorcall. TypeError "'int' object is not callable".
NewRef call(Object* callable, Object* const* arguments, Size positional, Tuple* keyword_names = nullptr);

inline NewRef call(Object* callable, std::initializer_list<Object*> arguments) {
    return call(callable, arguments.begin(), static_cast<Size>(arguments.size()));
}

/// `callable(first, arguments...)`: a bound method's call. method_vectorcall.
NewRef call_with_first(Object* callable, Object* first, Object* const* arguments, Size positional,
                       Tuple* keyword_names);

/// PyObject_Call: the keywords come as a dict (or null).
NewRef call_with_dict(Object* callable, Tuple* arguments, Dict* keywords_or_null);

/// `object.name(arguments...)` without making a bound method. PyObject_VectorcallMethod.
NewRef call_method(Object* object, Str* name, std::initializer_list<Object*> arguments = {});

/// `callable(*arguments, **keywords)` with any iterable and mapping. CALL_FUNCTION_EX.
NewRef call_unpacked(Object* callable, Object* arguments, Object* keywords_or_null);

/// "module.f()" or "f()": the callable as errors about its arguments name it. _PyObject_FunctionStr.
std::string callable_text(Object* callable);

/// RecursionError "maximum recursion depth exceeded<where>".
Failure raise_recursion_error(const char* where);

/// The keyword values of a call as a dict; empty without an exception if there are none.
Result<Ref<Dict>> keywords_as_dict(Object* const* values, Tuple* keyword_names);

bool is_callable(const Object* object) noexcept;

/// Counts one nested call through C++ code for as long as it lives. `entered()` is false, with
/// RecursionError "maximum recursion depth exceeded<where>" pending, when the limit or the end of the C++ stack
/// is reached. Py_EnterRecursiveCall.
class RecursionGuard {
  public:
    explicit RecursionGuard(const char* where) noexcept;
    ~RecursionGuard();
    RecursionGuard(const RecursionGuard&) = delete;
    RecursionGuard& operator=(const RecursionGuard&) = delete;
    bool entered() const noexcept { return entered_; }

  private:
    bool entered_;
};

}  // namespace minipy
