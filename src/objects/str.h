// str: immutable text of Unicode code points, 1, 2 or 4 bytes each.
//
// Representation: the characters follow the head directly, in the narrowest `kind` that holds them all;
// `ascii` says that all are below 128, so that the data is UTF-8 too. Invariant: `kind` is always the
// narrowest one, so equal strings have equal kinds. One terminating zero character follows, and behind that,
// in non-ASCII strings only, the place of the cached UTF-8 text. The hash is computed once; interned strings
// with equal text are one object, and so are the empty string and each single character below 256.
//
// CPython: Include/cpython/unicodeobject.h, Objects/unicodeobject.c
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "objects/type.h"

namespace minipy {

struct Str : VarObject {  // size: number of code points
    Hash hash;            // -1: not computed yet
    std::uint8_t kind;    // bytes per character: 1, 2 or 4
    bool ascii;
    bool interned;

    const void* data() const noexcept { return this + 1; }
    void* data() noexcept { return this + 1; }
    const std::uint8_t* data1() const noexcept { return static_cast<const std::uint8_t*>(data()); }
    const std::uint16_t* data2() const noexcept { return static_cast<const std::uint16_t*>(data()); }
    const std::uint32_t* data4() const noexcept { return static_cast<const std::uint32_t*>(data()); }
    char32_t at(Size index) const noexcept {
        return kind == 1 ? data1()[index] : kind == 2 ? data2()[index] : data4()[index];
    }
    /// The characters of an ASCII string (or the bytes of any string of kind 1).
    std::string_view view1() const noexcept {
        return {static_cast<const char*>(data()), static_cast<std::size_t>(size)};
    }
};

extern Type str_type;

inline bool is_str(const Object* object) noexcept { return object->type->has(type_flag::str_subclass); }

/// The empty string, one shared object.
Ref<Str> empty_str() noexcept;

/// The string of one code point; shared below 256.
Ref<Str> str_from_character(char32_t character);

/// A string of `size` characters to be filled in by the caller before anybody else sees it; its kind is the
/// narrowest for `max_character`, which has to be a tight bound. `size` is at least 1 (and a single character
/// below 256 is not for this function: it is shared). Raises MemoryError. PyUnicode_New.
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

/// Length of the shared string table, for `sys` and the tests.
Size interned_count() noexcept;

/// The text that `repr(str)` shows, quotes included.
Ref<Str> str_repr(const Str* string);

/// -1, 0 or 1 by code points. PyUnicode_Compare.
int str_compare(const Str* left, const Str* right) noexcept;
bool str_equal(const Str* left, const Str* right) noexcept;
bool str_equal(const Str* left, std::string_view ascii) noexcept;
Hash str_hash(Str* string) noexcept;

/// Characters from `start` up to before `end`, 0 <= start <= end <= size. PyUnicode_Substring.
Ref<Str> str_substring(Str* string, Size start, Size end);

/// PyUnicode_Concat; raises only MemoryError/OverflowError.
Ref<Str> str_concat(Str* left, Str* right);

/// The same, growing the left string in place if nobody else has it. PyUnicode_Append.
Ref<Str> str_append(Ref<Str> left, Str* right);

/// `string * count`. Raises OverflowError "repeated string is too long" or MemoryError.
Ref<Str> str_repeat(Str* string, Size count);

/// First position of `needle` that lies within [start, end), or -1. The empty string is found at `start`.
Size str_find(const Str* string, const Str* needle, Size start, Size end) noexcept;
Size str_find_last(const Str* string, const Str* needle, Size start, Size end) noexcept;

/// How often `needle` occurs in [start, end) without overlaps, at most `limit` times.
Size str_count(const Str* string, const Str* needle, Size start, Size end, Size limit) noexcept;

/// Whether the string is an identifier (keywords are, too). PyUnicode_IsIdentifier.
bool str_is_identifier(const Str* string) noexcept;

/// `separator.join(items)`. TypeError "sequence item 0: expected str instance, int found". PyUnicode_Join.
Ref<Str> str_join(const Str* separator, std::span<Object* const> items);

/// `pattern % arguments`. PyUnicode_Format.
Ref<Str> str_format_percent(Str* pattern, Object* arguments);

/// The string itself, or a plain str with its text if it is of a subclass.
Ref<Str> str_exact(Str* string);

}  // namespace minipy
