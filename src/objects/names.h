// Interned strings that C++ code needs by name: `name<"__init__">` is the one shared `Str*`.
//
// Each spelling is interned once, before `main`, and stays alive for the whole process.
//
// CPython: Include/internal/pycore_global_strings.h (_Py_ID)
#pragma once

#include <algorithm>
#include <cstddef>

#include "objects/str.h"

namespace minipy {

template <std::size_t N>
struct NameText {
    char text[N];
    consteval NameText(const char (&literal)[N]) { std::copy_n(literal, N, text); }
};

template <NameText text>
inline Str* const name = intern(text.text).release();

}  // namespace minipy
