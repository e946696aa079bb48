// module: a name space with a name. Attribute access goes to its dict, then to its `__getattr__` (PEP 562).
//
// CPython: Objects/moduleobject.c
#pragma once

#include <string_view>

#include "objects/type.h"

namespace minipy {

struct Module : Object {
    Dict* dict;
    Object* weakrefs;
    const char* native_name;  // of a built-in module, else null
};

extern Type module_type;

inline bool is_module(const Object* object) noexcept { return is_instance_of(object, module_type); }

/// An empty module with `__name__` and its relatives set. PyModule_New.
Ref<Module> new_module(std::string_view name);

/// What a built-in module is made from: its functions and a function that adds the rest.
struct ModuleSpec {
    const char* name;
    const char* doc;
    std::span<const NativeDef> functions;
    Status (*fill)(Module* module) = nullptr;
};

/// A new module object from its description. PyModule_Create.
Ref<Module> new_native_module(const ModuleSpec& spec);

/// Sets an attribute; takes a reference of its own. PyModule_AddObjectRef.
Status module_set(Module* module, std::string_view name, Object* value);

}  // namespace minipy
