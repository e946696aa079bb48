// The out-of-line side of `match`.
//
// CPython: Python/ceval.c (match_keys, match_class)
#pragma once

#include "objects/type.h"

namespace minipy {

/// The values of the keys as a tuple, or None if one is missing. ValueError for a duplicate key.
NewRef match_keys(Object* mapping, Tuple* keys);

/// The attributes that a class pattern binds, or None if the subject does not match.
NewRef match_class(Object* subject, Object* cls, Size positional, Tuple* keyword_names);

}  // namespace minipy
