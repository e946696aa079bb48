// What the files of this folder share: slots and methods of str, and the helpers of both.
//
// CPython: Objects/unicodeobject.c
#pragma once

#include "objects/str.h"

namespace minipy {

NewRef str_compare_slot(Object* left, Object* right, CompareOp op);
NewRef str_remainder_slot(Object* left, Object* right);

/// Fills `total` bytes with copies of the first `unit` bytes, doubling the filled part each time.
void repeat_memory(void* memory, std::size_t unit, std::size_t total) noexcept;

inline Str* as_str(Object* object) noexcept { return static_cast<Str*>(object); }

// The natives, by file.
using Native = NewRef(Object* self, Object* const* arguments);
Native str_lower, str_upper, str_title, str_capitalize, str_swapcase, str_casefold;  // case.cpp
Native str_isalpha, str_isdecimal, str_isdigit, str_isnumeric, str_isspace, str_isprintable, str_isalnum,
    str_isascii, str_islower, str_isupper, str_istitle, str_isidentifier;               // classify.cpp
Native str_split, str_rsplit, str_partition, str_rpartition, str_splitlines, str_join;  // split.cpp
Native str_strip, str_lstrip, str_rstrip, str_removeprefix, str_removesuffix, str_ljust, str_rjust, str_center,
    str_zfill, str_expandtabs;  // justify.cpp
Native str_find_method, str_rfind, str_index, str_rindex, str_count_method, str_startswith,
    str_endswith;                                      // search.cpp
Native str_replace, str_translate, str_maketrans;      // replace.cpp
Native str_format, str_format_map, str_format_dunder;  // format.cpp
NewRef str_iter(Object* self);                         // iterator.cpp

}  // namespace minipy
