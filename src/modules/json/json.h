// The module `_json`: the inner loops of the package json.
//
// Strings (strings.cpp), reading (scanner.cpp) and writing (encoder.cpp) are functions over the characters of
// one str; what they leave to Python code is called back: hooks, `default`, custom parsers of numbers.
//
// CPython: Modules/_json.c
#pragma once

#include <cstdint>
#include <string_view>

#include "objects/module.h"
#include "objects/str_builder.h"
#include "objects/type.h"

namespace minipy {

extern Type json_scanner_type, json_encoder_type;

/// json.decoder.JSONDecodeError(message, text, position). raise_errmsg.
Failure raise_json_error(std::string_view message, Str* text, Size position);

/// Reads a string literal whose first character behind the quote is at `position`, which moves behind the
/// closing quote. `strict` refuses control characters. scanstring_unicode.
Ref<Str> read_json_string(Str* text, Size& position, bool strict);

/// Writes the text as a string literal. py_encode_basestring, py_encode_basestring_ascii.
void write_json_string(StrBuilder& out, const Str* text);
void write_ascii_json_string(StrBuilder& out, const Str* text);

NewRef json_scanstring(Object* module, Object* const* arguments);
NewRef json_encode_basestring(Object* module, Object* const* arguments);
NewRef json_encode_basestring_ascii(Object* module, Object* const* arguments);

Ref<Module> make_json_module();

}  // namespace minipy
