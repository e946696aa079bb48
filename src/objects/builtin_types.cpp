// The built-in types as a list.
//
// CPython: Objects/object.c
#include "objects/builtin_types.h"

#include "objects/exceptions.h"

namespace minipy {

#define READY(cpp_name) extern Type cpp_name##_type;
#define EXPOSED(cpp_name) extern Type cpp_name##_type;
#include "objects/builtin_types.def"

void ready_object_types() {
#define READY(cpp_name) ready_type(cpp_name##_type);
#define EXPOSED(cpp_name) ready_type(cpp_name##_type);
#include "objects/builtin_types.def"
    ready_type(base_exception_type);
#define EXCEPTION(cpp_name, name, base, layout, text) ready_type(cpp_name##_type);
#include "objects/exceptions.def"
}

std::span<Type* const> exposed_types() {
    static Type* const types[] = {
#define EXPOSED(cpp_name) &cpp_name##_type,
#include "objects/builtin_types.def"
        &base_exception_type,
#define EXCEPTION(cpp_name, name, base, layout, text) &cpp_name##_type,
#include "objects/exceptions.def"
        exception_group_class(),
    };
    return types;
}

}  // namespace minipy
