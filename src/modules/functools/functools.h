// The module `_functools`: what functools wants fast.
//
// CPython: Modules/_functoolsmodule.c
#pragma once

#include "objects/module.h"

namespace minipy {

extern Type partial_type, key_wrapper_type, lru_cache_type, lru_link_type;

NewRef functools_cmp_to_key(Object* module, Object* const* arguments);

Ref<Module> make_functools_module();

}  // namespace minipy
