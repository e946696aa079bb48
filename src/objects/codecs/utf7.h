// UTF-7: text in the 64 letters that any mail program lets through.
//
// What is not plain ASCII stands as UTF-16 in base64 between '+' and '-' (or whatever else ends it); "+-" is a
// plus sign.
//
// CPython: Objects/unicodeobject.c (PyUnicode_DecodeUTF7Stateful, _PyUnicode_EncodeUTF7)
#pragma once

#include <string>
#include <string_view>

#include "objects/bytes.h"
#include "objects/str.h"

namespace minipy {

Ref<Str> decode_utf7(std::string_view octets, const std::string& errors);
/// Has no errors: lone surrogates go into base64 like everything else.
Ref<Bytes> encode_utf7(Str* string, const std::string& errors);

/// How many octets at the end belong to a base64 section that has not ended.
std::size_t unfinished_utf7(std::string_view octets) noexcept;

}  // namespace minipy
