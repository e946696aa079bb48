// function: what `def` and `lambda` make; method: a function bound to an instance.
//
// CPython: Include/cpython/funcobject.h, Objects/funcobject.c, Objects/classobject.c
#pragma once

#include "objects/code.h"
#include "objects/dict.h"
#include "objects/type.h"

namespace minipy {

struct Function : Object {
    Code* code;
    Dict* globals;
    Dict* builtins;
    Str* name;
    Str* qualified_name;
    Tuple* defaults;         // of positional parameters, or null
    Dict* keyword_defaults;  // or null
    Tuple* closure;          // of cells, or null
    Object* doc;
    Object* module;
    Dict* dict;
    Object* annotations;  // dict, or tuple of names and values until somebody asks, or null
    Object* weakrefs;
    unsigned version;  // for specialised calls; 0: none given. Changes with code and defaults.
};

struct Method : Object {
    Object* function;
    Object* self;
    Object* weakrefs;
};

extern Type function_type, method_type;

inline bool is_function(const Object* object) noexcept { return object->type == &function_type; }

/// PyFunction_NewWithQualName: `__builtins__` of the globals become its builtins.
Ref<Function> new_function(Code* code, Dict* globals, Str* qualified_name_or_null = nullptr);

/// PyMethod_New.
Ref<Object> new_method(Object* function, Object* self);

/// Gives the function a version if it has none; 0 when they have run out.
unsigned function_version(Function* function) noexcept;

/// The dict of builtins that code with these globals sees. _PyEval_BuiltinsFromGlobals.
Ref<Dict> builtins_of(Dict* globals);

}  // namespace minipy
