// The constructors of functions and methods. A function is made of a code object and a dict of globals; its
// closure must have exactly one cell for each free variable of the code, or running it would read past the
// cells.
//
// CPython: Objects/funcobject.c (func_new_impl), Objects/classobject.c (method_new, method___reduce___impl)
#include "vm/function_constructors.h"

#include <fmt/format.h>

#include "objects/arguments.h"
#include "objects/attribute.h"
#include "objects/audit.h"
#include "objects/call.h"
#include "objects/cell.h"
#include "objects/code.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/names.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/vm_hooks.h"
#include "vm/function.h"

namespace minipy {
namespace {

Status check_type(const char* argument, Object* value, const Type& wanted) {
    if (is_instance_of(value, wanted)) return done;
    return raise_bad_argument(fmt::format("function() argument '{}'", argument), wanted.name, value);
}

/// The value, or null for None and what was left out.
Result<Object*> optional_argument(int position, const char* name, Object* value, const Type& wanted) {
    if (!value || value == &none) return nullptr;
    if (is_instance_of(value, wanted)) return value;
    const char* wanted_text = &wanted == &str_type ? "string" : wanted.name;
    return raise(type_error_type, fmt::format("arg {} ({}) must be None or {}", position, name, wanted_text));
}

/// The closure fits the code: as many cells as free variables. Null if the code has none and none was given.
Result<Tuple*> fitting_closure(Code* code, Object* closure) {
    const Size wanted = TRY(code_free_names(code))->size;
    if (!closure || !is_instance_of(closure, tuple_type)) {
        if (closure && closure != &none)
            return raise(type_error_type, "arg 5 (closure) must be None or tuple");
        if (wanted) return raise(type_error_type, "arg 5 (closure) must be tuple");
        return nullptr;
    }
    auto* cells = static_cast<Tuple*>(closure);
    if (cells->size != wanted)
        return raise(value_error_type, fmt::format("{} requires closure of length {}, not {}",
                                                   str_utf8(code->name.get()), wanted, cells->size));
    for (Size i = 0; i < cells->size; ++i)
        if (Object* cell = (*cells)[i]; cell->type != &cell_type)
            return raise(type_error_type,
                         fmt::format("arg 5 (closure) expected cell, found {}", cell->type->name));
    return cells;
}

}  // namespace

NewRef function_new(Type*, Tuple* arguments, Dict* keywords_or_null) {
    constexpr const char* parameters[] = {"code", "globals", "name", "argdefs", "closure"};
    Object* bound[5] = {};
    TRY(bind_arguments("function", parameters, arguments, keywords_or_null, bound, 2));
    TRY(check_type("code", bound[0], code_type));
    TRY(check_type("globals", bound[1], dict_type));
    auto* code = static_cast<Code*>(bound[0]);
    Object* given_name = TRY(optional_argument(3, "name", bound[2], str_type));
    Object* defaults = TRY(optional_argument(4, "defaults", bound[3], tuple_type));
    Tuple* closure = TRY(fitting_closure(code, bound[4]));
    TRY(audit("function.__new__", code));
    Ref<Function> function = TRY(new_function(code, static_cast<Dict*>(bound[1])));
    if (given_name) {
        Ref<Str> code_name =
            Ref<Str>::steal(std::exchange(function->name, share(static_cast<Str*>(given_name)).release()));
    }
    if (defaults) function->defaults = share(static_cast<Tuple*>(defaults)).release();
    if (closure) function->closure = share(closure).release();
    return function;
}

NewRef method_new(Type*, Tuple* arguments, Dict* keywords_or_null) {
    if (keywords_or_null && keywords_or_null->used)
        return raise(type_error_type, "method() takes no keyword arguments");
    if (arguments->size != 2)
        return raise(type_error_type, fmt::format("method expected 2 arguments, got {}", arguments->size));
    Object *function = (*arguments)[0], *self = (*arguments)[1];
    if (!is_callable(function)) return raise(type_error_type, "first argument must be callable");
    if (self == &none) return raise(type_error_type, "instance must not be None");
    return new_method(function, self);
}

NewRef method_reduce(Object* self, Object* const*) {
    const auto* method = static_cast<Method*>(self);
    Ref<Object> getter = TRY(builtin("getattr"));
    Ref<Object> method_name = TRY(get_attribute(method->function, name<"__name__">));
    Ref<Tuple> arguments = tuple_of(method->self, method_name.get());
    return tuple_of(getter.get(), arguments.get());
}

}  // namespace minipy
