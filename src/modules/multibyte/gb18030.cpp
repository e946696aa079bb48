// GB18030's codes of four octets: every character that has none of two.
//
// The octets count in mixed radix: 81..FE, 30..39, 81..FE, 30..39. Characters up to U+FFFF are numbered through
// in their order, leaving out surrogates and those with shorter codes; those beyond are numbered from 90308130
// on.
//
// CPython: Modules/cjkcodecs/_codecs_cn.c (gb18030)
#include <memory>

#include "modules/multibyte/codec.h"

namespace minipy::multibyte {
namespace {

constexpr unsigned narrow_count = 39420;  // numbers of characters up to U+FFFF
constexpr unsigned lead_size = 10 * 126 * 10;
constexpr unsigned wide_start = (0x90 - 0x81) * lead_size;
constexpr char32_t last_narrow = 0xFFFF, last_character = 0x10FFFF;

/// The characters up to U+FFFF by number and back.
struct Numbering {
    explicit Numbering(const Charset& shorter) {
        unsigned next = 0;
        for (char32_t c = 0x80; c <= last_narrow; ++c) {
            if ((c >= 0xD800 && c <= 0xDFFF) || shorter.code(c) || next == narrow_count) continue;
            number_of[c] = static_cast<std::uint16_t>(next);
            character_of[next++] = static_cast<char16_t>(c);
        }
    }

    std::array<char16_t, narrow_count> character_of{};
    std::array<std::uint16_t, last_narrow + 1> number_of{};
};

const Numbering& numbering(const MultibyteCodec& codec) {
    static const auto made = std::make_unique<const Numbering>(codec.charset());
    return *made;
}

}  // namespace

Stop decode_four_octets(const MultibyteCodec& codec, DecodeRun& run) {
    const auto is_digit = [](unsigned octet) { return octet >= 0x30 && octet <= 0x39; };
    if (!is_digit(run.octet(1))) return 1;
    if (run.left() < 4) return too_few;
    const auto is_lead = [](unsigned octet) { return octet >= 0x81 && octet <= 0xFE; };
    if (!is_lead(run.octet(0)) || !is_lead(run.octet(2)) || !is_digit(run.octet(3))) return 1;
    const unsigned number = (run.octet(0) - 0x81) * lead_size + (run.octet(1) - 0x30) * 1260 +
                            (run.octet(2) - 0x81) * 10 + run.octet(3) - 0x30;
    char32_t character = 0;
    if (number < narrow_count)
        character = numbering(codec).character_of[number];
    else if (number >= wide_start && number - wide_start <= last_character - 0x10000)
        character = 0x10000 + number - wide_start;
    if (!character) return 1;
    run.take(4, character);
    return at_end;
}

Stop encode_four_octets(const MultibyteCodec& codec, EncodeRun& run) {
    const char32_t character = run.character();
    if (character >= 0xD800 && character <= 0xDFFF) return 1;
    const unsigned number =
        character > last_narrow ? character - 0x10000 + wide_start : numbering(codec).number_of[character];
    run.put_octet(number / lead_size + 0x81);
    run.put_octet(number / 1260 % 10 + 0x30);
    run.put_octet(number / 10 % 126 + 0x81);
    run.put_octet(number % 10 + 0x30);
    ++run.at;
    return at_end;
}

}  // namespace minipy::multibyte
