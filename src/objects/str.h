// str: immutable text of Unicode code points, 1, 2 or 4 bytes each.
//
// Representation: the characters follow the head directly, in the narrowest `kind` that holds them all;
// `ascii` says that all are below 128, so that the data is UTF-8 too. Invariant: `kind` is always the
// narrowest one, so equal strings have equal kinds. One terminating zero character follows. The hash is
// computed once; interned strings with equal text are one object.
//
// CPython: Include/cpython/unicodeobject.h, Objects/unicodeobject.c
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "objects/type.h"

namespace minipy {

struct Str : VarObject {  // size: number of code points
    Hash hash;            // -1: not computed yet
    std::uint8_t kind;    // bytes per character: 1, 2 or 4
    bool ascii;
    bool interned;
    char* utf8;           // cached UTF-8 of a non-ASCII string, or null; owned
    Size utf8_size;

    const void* data() const noexcept { return this + 1; }
    void* data() noexcept { return this + 1; }
    const std::uint8_t* data1() const noexcept { return static_cast<const std::uint8_t*>(data()); }
    const std::uint16_t* data2() const noexcept { return static_cast<const std::uint16_t*>(data()); }
    const std::uint32_t* data4() const noexcept { return static_cast<const std::uint32_t*>(data()); }
    char32_t at(Size index) const noexcept {
        return kind == 1 ? data1()[index] : kind == 2 ? data2()[index] : data4()[index];
    }
};

extern Type str_type;

inline bool is_str(const Object* object) noexcept { return object->type->has(type_flag::str_subclass); }

/// A string of `size` characters to be filled in by the caller, wide enough for `max_character`.
/// PyUnicode_New.
Ref<Str> new_str(Size size, char32_t max_character);

/// From UTF-8 that is known to be valid (surrogates encoded as three bytes are let through). Never raises.
Ref<Str> str_from_utf8(std::string_view utf8);

/// From code points (lone surrogates allowed). PyUnicode_FromKindAndData.
Ref<Str> str_from_code_points(std::u32string_view code_points);

/// From bytes 0..255 taken as code points (latin-1).
Ref<Str> str_from_latin1(std::string_view bytes);

/// UTF-8 text of the string, valid as long as the string is; lone surrogates come out as three bytes
/// ("surrogatepass"). Cached for non-ASCII strings.
std::string_view str_utf8(const Str* string);

/// The one shared string with this UTF-8 text. The table keeps it alive only as long as somebody owns it.
/// PyUnicode_InternFromString.
Ref<Str> intern(std::string_view utf8);

/// Replaces `string` by the shared object with the same text. PyUnicode_InternInPlace.
void intern(Ref<Str>& string);

/// The text that `repr(str)` shows, quotes included.
Ref<Str> str_repr(const Str* string);

/// -1, 0 or 1 by code points. PyUnicode_Compare.
int str_compare(const Str* left, const Str* right) noexcept;
bool str_equal(const Str* left, const Str* right) noexcept;
bool str_equal(const Str* left, std::string_view ascii) noexcept;
Hash str_hash(Str* string) noexcept;

}  // namespace minipy
