// "Did you mean: 'x'?": the known name that is nearest to a misspelt one.
//
// CPython: Python/suggestions.c
#pragma once

#include "objects/type.h"

namespace minipy {

/// The suggestion for an uncaught AttributeError or NameError (of exactly these types); empty without an
/// exception if there is none. _Py_Offer_Suggestions.
Ref<Str> suggestion_for(Object* exception);

}  // namespace minipy
