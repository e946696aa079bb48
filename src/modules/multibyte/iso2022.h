// The forms of ISO 2022: which sets each one designates, and with which features.
//
// CPython: Modules/cjkcodecs/_codecs_iso2022.c (iso2022_config)
#pragma once

#include <span>

#include "modules/multibyte/codec.h"

namespace minipy::multibyte {

/// A set by the last octet of its escape sequence.
namespace Mark {
inline constexpr unsigned char two_octets = 0x80;

inline constexpr unsigned char latin_1 = 'A', ascii = 'B', greek = 'F', katakana = 'I', jis_roman = 'J';
inline constexpr unsigned char gb2312 = 'A' | two_octets, jisx0208 = 'B' | two_octets;
inline constexpr unsigned char ksx1001 = 'C' | two_octets, jisx0212 = 'D' | two_octets;
inline constexpr unsigned char jisx0213_1_2000 = 'O' | two_octets, jisx0213_2 = 'P' | two_octets;
inline constexpr unsigned char jisx0213_1 = 'Q' | two_octets, jisx0208_1978 = '@' | two_octets;
}  // namespace Mark

struct Designation {
    unsigned char mark;
    int charset;              // which of the codec's tables, -1: none
    unsigned char place = 0;  // G0 or G1 in encoding
    bool only_pairs = false;  // in encoding
};

struct Iso2022Form {
    std::span<const Designation> designations;  // in the order in which encoding tries them
    bool has_shifts = false;
    bool has_g2 = false;
    bool has_revisions = true;
};

}  // namespace minipy::multibyte
