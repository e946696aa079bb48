// Text that comes from the operating system: arguments, file names, environment variables.
//
// CPython: Objects/unicodeobject.c (PyUnicode_DecodeFSDefault)
#pragma once

#include <string_view>

#include "memory/ref.h"

namespace minipy {

/// A text from the system as str (octets that are no UTF-8 as surrogates) or as bytes.
Ref<Object> system_text(std::string_view octets, bool as_bytes = false);

}  // namespace minipy
