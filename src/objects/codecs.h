// Text to octets and back: the codecs that CPython has in C, and the error handlers.
//
// Encodings that are not built in, and error handlers registered by programs, go to the hooks that the module
// `_codecs` sets. Invariant: a codec either returns the whole result or has an exception pending.
//
// CPython: Objects/unicodeobject.c (PyUnicode_Decode...), Python/codecs.c
#pragma once

#include <string>
#include <string_view>

#include "objects/bytes.h"
#include "objects/str.h"

namespace minipy {

/// PyUnicode_Decode: UnicodeDecodeError, LookupError "unknown encoding: x", or what a registered codec raises.
Ref<Str> decode_octets(std::string_view octets, const std::string& encoding = "utf-8",
                       const std::string& errors = "strict");

/// PyUnicode_AsEncodedString.
Ref<Bytes> encode_str(Str* string, const std::string& encoding = "utf-8", const std::string& errors = "strict");

/// What `encode` and `decode` ask of their arguments: no null characters (ValueError) and, in development mode,
/// that encoding and error handler exist even where nothing needs them (LookupError).
/// unicode_check_encoding_errors.
Status check_codec_names(const Str* encoding_or_null, const Str* errors_or_null);
extern bool development_mode;

/// Whether the names are those that are almost always meant, "utf-8" and "strict": such a pair needs no check.
bool is_strict_utf8(const Str* encoding, const Str* errors) noexcept;

/// What stands behind the built-in encodings and error handlers.
struct CodecHooks {
    /// Encodes or decodes with a codec of the registry.
    Ref<Object> (*encode)(Str* string, const std::string& encoding, const std::string& errors) = nullptr;
    Ref<Object> (*decode)(std::string_view octets, const std::string& encoding,
                          const std::string& errors) = nullptr;
    /// The handler registered under a name (LookupError if there is none).
    Ref<Object> (*find_error_handler)(const std::string& name) = nullptr;
};
extern CodecHooks codec_hooks;

/// One built-in codec, under its name in lower case with '_'. Null functions never occur.
struct Codec {
    const char* name;
    Ref<Str> (*decode)(std::string_view octets, const std::string& errors, Size* consumed_or_null);
    Ref<Bytes> (*encode)(Str* string, const std::string& errors);
};

/// The built-in codec of that name ("UTF-8", "latin1", ...) or null.
const Codec* find_codec(std::string_view name);

/// Lower case ASCII letters, digits and dots, every run of anything else between them as one '_'.
/// _Py_normalize_encoding.
std::string normalize_encoding(std::string_view name);

// Single codecs, for those who know which one they need. `errors` as in Python. A decoder with `consumed`
// leaves an unfinished character at the end alone and says there how many octets it has used; without it that
// is an error.
Ref<Str> decode_utf8(std::string_view octets, const std::string& errors = "strict", Size* consumed = nullptr);
Ref<Bytes> encode_utf8(Str* string, const std::string& errors = "strict");

/// The text as UTF-8, valid as long as it lives; UnicodeEncodeError for lone surrogates.
/// PyUnicode_AsUTF8AndSize.
Result<std::string_view> strict_utf8(Str* string);
Ref<Str> decode_ascii(std::string_view octets, const std::string& errors = "strict", Size* consumed = nullptr);
Ref<Bytes> encode_ascii(Str* string, const std::string& errors = "strict");
Ref<Str> decode_latin1(std::string_view octets, const std::string& errors = "strict", Size* consumed = nullptr);
Ref<Bytes> encode_latin1(Str* string, const std::string& errors = "strict");
Ref<Str> decode_unicode_escape(std::string_view octets, const std::string& errors = "strict",
                               Size* consumed = nullptr);
Ref<Bytes> encode_unicode_escape(Str* string, const std::string& errors = "strict");
Ref<Str> decode_raw_unicode_escape(std::string_view octets, const std::string& errors = "strict",
                                   Size* consumed = nullptr);
Ref<Bytes> encode_raw_unicode_escape(Str* string, const std::string& errors = "strict");
Ref<Str> decode_utf7(std::string_view octets, const std::string& errors = "strict", Size* consumed = nullptr);
Ref<Bytes> encode_utf7(Str* string, const std::string& errors = "strict");

enum class ByteOrder { Native, Little, Big };  // Native: with a byte order mark
Ref<Str> decode_utf16(std::string_view octets, const std::string& errors, ByteOrder order,
                      Size* consumed = nullptr);
Ref<Bytes> encode_utf16(Str* string, const std::string& errors, ByteOrder order);
Ref<Str> decode_utf32(std::string_view octets, const std::string& errors, ByteOrder order,
                      Size* consumed = nullptr);
Ref<Bytes> encode_utf32(Str* string, const std::string& errors, ByteOrder order);

/// Appends the string in UTF-8. False, with nothing appended, if it has surrogates.
bool append_utf8(std::string& octets, const Str* string);

/// How many leading octets are well-formed UTF-8.
std::size_t valid_utf8_prefix(std::string_view octets) noexcept;

}  // namespace minipy
