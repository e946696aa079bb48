// What bytes and bytearray have in common: both are seen as octets, and each method's result is of the kind
// that it was called on.
//
// CPython: Objects/bytes_methods.c, Objects/stringlib/ (included into both types)
#pragma once

#include <string>
#include <string_view>

#include "objects/buffer.h"
#include "objects/bytes.h"

namespace minipy {

using Native = NewRef(Object* self, Object* const* arguments);

/// The octets of a bytes or bytearray object.
std::string_view octets_of(const Object* self) noexcept;

/// New bytes, or a new bytearray if `self` is one.
Ref<Object> like(const Object* self, std::string_view octets);
/// `size` octets to be filled in, of the kind of `self`; where they are goes to `octets`.
Ref<Object> like_uninitialized(const Object* self, Size size, char*& octets);
/// What a method gives that changed nothing: exact bytes themselves, otherwise a copy.
Ref<Object> unchanged(Object* self);

/// An int in 0..255. ValueError "byte must be in range(0, 256)", or with another subject.
Result<unsigned char> octet_value(Object* object, const char* subject = "byte");

/// The contents of a new bytes or bytearray made from `source`: a count, an iterable of ints, a bytes-like
/// object, or text with an encoding. `type_name` and `subject` go into the messages.
Status collect_octets(std::string& octets, Object* source, Object* encoding, Object* errors,
                      const char* type_name, const char* subject);
/// The octets of an iterable of ints.
Status collect_ints(std::string& octets, Object* iterable, const char* subject);

/// What `__bytes__` gives, or empty without an exception if the object has none.
Ref<Object> ask_for_bytes(Object* source);

/// `pattern % arguments` (str/percent.cpp). _PyBytes_FormatEx.
Result<std::string> format_octets(std::string_view pattern, Object* arguments);

// Methods of both types, by file.
Native octets_lower, octets_upper, octets_title, octets_capitalize, octets_swapcase, octets_isalpha,
    octets_isdigit, octets_isalnum, octets_isspace, octets_isascii, octets_islower, octets_isupper,
    octets_istitle;  // octet_case.cpp
Native octets_find, octets_rfind, octets_index, octets_rindex, octets_count, octets_startswith,
    octets_endswith;  // octet_search.cpp
Native octets_split, octets_rsplit, octets_partition, octets_rpartition, octets_splitlines,
    octets_join;  // octet_split.cpp
Native octets_strip, octets_lstrip, octets_rstrip, octets_removeprefix, octets_removesuffix, octets_ljust,
    octets_rjust, octets_center, octets_zfill, octets_expandtabs, octets_replace, octets_translate,
    octets_maketrans, octets_hex,
    octets_decode;  // octet_edit.cpp
/// Hexadecimal text with a separator (str or bytes, null: none) between groups of octets; a negative size
/// counts them from the left, null is 1. `any_separator`: it need not be ASCII. _Py_strhex_with_sep.
Result<std::string> hex_text(std::string_view octets, Object* separator, Object* group,
                             bool any_separator = false);
/// The octets that hexadecimal text stands for (fromhex).
Result<std::string> octets_from_hex(Object* text);

/// Slots that both types share.
Result<bool> octets_contains(Object* self, Object* item);
NewRef octets_compare(Object* left, Object* right, CompareOp op);

}  // namespace minipy
