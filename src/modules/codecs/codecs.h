// The module `_codecs`, by file: the registry (registry.cpp), the built-in codecs and character maps
// (functions.cpp), the error handlers as functions (error_handlers.cpp).
//
// CPython: Modules/_codecsmodule.c, Python/codecs.c
#pragma once

#include <span>
#include <string>

#include "objects/module.h"

namespace minipy {

// The registry.
NewRef codecs_register(Object* module, Object* const* arguments);
NewRef codecs_unregister(Object* module, Object* const* arguments);
NewRef codecs_lookup(Object* module, Object* const* arguments);
NewRef codecs_encode(Object* module, Object* const* arguments);
NewRef codecs_decode(Object* module, Object* const* arguments);

/// The octets that the escapes of a bytes literal stand for, with the number of octets read.
NewRef codecs_escape_decode(Object* module, Object* const* arguments);

// Error handlers.
NewRef codecs_register_error(Object* module, Object* const* arguments);
NewRef codecs_lookup_error(Object* module, Object* const* arguments);

/// Lets the codecs of C++ code find what programs have registered.
void connect_codec_registry() noexcept;
/// Enters the built-in error handlers into the registry.
Status register_error_handlers();
/// The handler of the name; LookupError if there is none.
Ref<Object> find_error_handler(const std::string& name);

}  // namespace minipy
