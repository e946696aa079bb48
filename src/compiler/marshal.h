// marshal: Python values as bytes, the content of .pyc files. Version 4 of the format.
//
// An object is a type letter and its content. Letters with bit 7 set (`flag_ref`) also enter the object into
// a list, and a later 'r' with an index stands for it: shared objects stay shared.
//
// CPython: Python/marshal.c
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "memory/ref.h"

namespace minipy {

/// Version 1 writes numbers as their digits where 2 has their bits; 3 refers to what has been written before;
/// 4 has short forms of tuples and ASCII text.
inline constexpr int marshal_version = 4;

/// The object as bytes. Raises ValueError for types that have no form here and for nesting beyond 2000.
/// PyMarshal_WriteObjectToString.
Result<std::string> marshal_dump(Object* object, int version = marshal_version);

/// The object at the start of the bytes, whoever wrote them. Raises EOFError, ValueError ("bad marshal data
/// (...)"), TypeError. `unfolded_limit`: how many bytes it may be with every reference written out; a few
/// bytes that refer to each other can stand for more than fits any memory. PyMarshal_ReadObjectFromString.
Ref<Object> marshal_load(std::string_view bytes, std::size_t unfolded_limit = SIZE_MAX);

/// Gives the next so many bytes, good until it is called again, or raises.
using MarshalFeed = std::function<Result<std::string_view>(std::size_t)>;

/// The object that comes next; not a byte more is asked for. PyMarshal_ReadObjectFromFile.
Ref<Object> marshal_load_from(const MarshalFeed& feed);

namespace marshal_type {
inline constexpr char null = '0', none = 'N', false_ = 'F', true_ = 'T', stop_iteration = 'S', ellipsis = '.',
                      int32 = 'i', int64 = 'I', float_text = 'f', float_binary = 'g', complex_text = 'x',
                      complex_binary = 'y', large_int = 'l', bytes = 's', reference = 'r', tuple = '(',
                      small_tuple = ')', list = '[', dict = '{', code = 'c', unicode = 'u', interned = 't',
                      set = '<', frozenset = '>', ascii = 'a', ascii_interned = 'A', short_ascii = 'z',
                      short_ascii_interned = 'Z';
inline constexpr unsigned char flag_ref = 0x80;
}  // namespace marshal_type

inline constexpr int marshal_depth_limit = 2000;
/// Bits of a digit of a large int.
inline constexpr int marshal_digit_bits = 15;

}  // namespace minipy
