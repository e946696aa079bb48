// Codecs without a state: ASCII and codes of two octets from one table.
//
// Two of them know longer codes as well: EUC-JP and its successors have sets of three octets behind 8F, EUC-KR
// spells a syllable that KS X 1001 lacks as four letters of two octets each.
// Invariant: where the table knows a code, nothing else is asked.
//
// CPython: Modules/cjkcodecs/_codecs_cn.c, _codecs_hk.c, _codecs_jp.c, _codecs_kr.c, _codecs_tw.c
#include <algorithm>

#include "modules/multibyte/codec.h"

namespace minipy::multibyte {
namespace {

constexpr unsigned three_octets_mark = 0x8F;

bool is_lead(const MultibyteCodec& codec, unsigned octet) noexcept {
    if (!codec.last_lead) return true;
    return (octet >= 0x81 && octet <= 0x9F) || (octet >= 0xE0 && octet <= codec.last_lead);
}

/// Whether the octet or character differs between ASCII and the Roman set of JIS X 0201.
bool is_roman_only(const MultibyteCodec& codec, char32_t c) noexcept {
    return codec.is_roman && (c == '\\' || c == '~');
}

/// The code of a character that may be the first of a pair.
Stop encode_maybe_pair(const Charset& charset, EncodeRun& run, char32_t first) {
    if (run.left() == 1 && !run.is_last) return too_few;
    const Code both = run.left() > 1 ? charset.code_of_pair(first, run.text->at(run.at + 1)) : Code{0};
    run.put(both ? both : charset.code_of_pair(first, 0));
    run.at += both ? 2 : 1;
    return at_end;
}

}  // namespace

void DecodeRun::take_ascii() {
    const auto start = octets.begin() + at;
    const auto end = std::find_if(start, octets.end(), [](char octet) { return octet < 0; });
    text.append_ascii({start, end});
    at = end - octets.begin();
}

Stop decode_by_table(const MultibyteCodec& codec, DecodeRun& run) {
    const Charset& charset = codec.charset();
    while (run.left()) {
        const unsigned lead = run.octet(0);
        if (lead < 0x80) {
            if (!codec.is_roman)
                run.take_ascii();
            else
                run.take(1, lead == '\\' ? 0xA5 : lead == '~' ? 0x203E : lead);
        } else if (const char32_t single = charset.character(0, lead)) {
            run.take(1, single);
        } else if (!is_lead(codec, lead)) {
            return 1;
        } else if (run.left() < 2) {
            return too_few;
        } else if (const char32_t character = charset.character(lead, run.octet(1))) {
            if (character == refused) return 2;
            run.take_from(charset, 2, character);
        } else if (!codec.decode_more) {
            return 1;
        } else if (const Stop stop = codec.decode_more(codec, run); stop != at_end) {
            return stop;
        }
    }
    return at_end;
}

Stop encode_by_table(const MultibyteCodec& codec, EncodeRun& run) {
    const Charset& charset = codec.charset();
    if (run.text->ascii && !codec.is_roman) run.put_rest_as_it_is();
    while (run.left()) {
        const char32_t character = run.character();
        Code code = static_cast<Code>(character);
        if (character >= 0x80 || is_roman_only(codec, character)) {
            code = charset.code(character);
            if (code <= maybe_pair) [[unlikely]] {
                const Stop stop = code                ? encode_maybe_pair(charset, run, character)
                                  : codec.encode_more ? codec.encode_more(codec, run)
                                                      : Stop{1};
                if (stop != at_end) return stop;
                continue;
            }
        }
        run.put(code);
        ++run.at;
    }
    return at_end;
}

// --- Codes of three octets: the sets from the second one on

Stop decode_three_octets(const MultibyteCodec& codec, DecodeRun& run) {
    if (run.octet(0) != three_octets_mark) return 1;
    if (run.left() < 3) return too_few;
    for (std::size_t i = 1; i < codec.charsets.size(); ++i) {
        if (const char32_t character = codec.charset(i).character(run.octet(1), run.octet(2))) {
            run.take(3, character);
            return at_end;
        }
    }
    return 1;
}

Stop encode_three_octets(const MultibyteCodec& codec, EncodeRun& run) {
    for (std::size_t i = 1; i < codec.charsets.size(); ++i) {
        if (const Code code = codec.charset(i).code(run.character())) {
            run.put_octet(three_octets_mark);
            run.put(code);
            ++run.at;
            return at_end;
        }
    }
    return 1;
}

// --- Syllables of Korean that are spelled: a filler, then the letters at the beginning, in the middle and at
// the end, each with A4 in front. KS X 1001, annex 3.

namespace {

constexpr unsigned letters_row = 0xA4, filler = 0xD4;
constexpr char32_t first_syllable = 0xAC00, syllable_count = 19 * 21 * 28;

// The second octets of the letters, in Unicode's order. At the end of a syllable there may be none: the filler.
constexpr std::string_view initials =
    "\xA1\xA2\xA4\xA7\xA8\xA9\xB1\xB2\xB3\xB5\xB6\xB7\xB8\xB9\xBA\xBB\xBC\xBD\xBE";
constexpr std::string_view vowels =
    "\xBF\xC0\xC1\xC2\xC3\xC4\xC5\xC6\xC7\xC8\xC9\xCA\xCB\xCC\xCD\xCE\xCF\xD0\xD1\xD2\xD3";
constexpr std::string_view finals =
    "\xD4\xA1\xA2\xA3\xA4\xA5\xA6\xA7\xA9\xAA\xAB\xAC\xAD\xAE\xAF\xB0\xB1\xB2\xB4\xB5\xB6\xB7\xB8\xBA\xBB\xBC"
    "\xBD\xBE";
static_assert(initials.size() * vowels.size() * finals.size() == syllable_count);

}  // namespace

Stop decode_composed_hangul(const MultibyteCodec&, DecodeRun& run) {
    if (run.octet(0) != letters_row || run.octet(1) != filler) return 1;
    if (run.left() < 8) return too_few;
    char32_t place = 0;
    Size offset = 2;
    for (const std::string_view letters : {initials, vowels, finals}) {
        const std::size_t letter = letters.find(static_cast<char>(run.octet(offset + 1)));
        if (run.octet(offset) != letters_row || letter == letters.npos) return 1;
        place = place * static_cast<char32_t>(letters.size()) + static_cast<char32_t>(letter);
        offset += 2;
    }
    run.take(8, first_syllable + place);
    return at_end;
}

Stop encode_composed_hangul(const MultibyteCodec&, EncodeRun& run) {
    const char32_t place = run.character() - first_syllable;
    if (place >= syllable_count) return 1;
    run.put_octet(letters_row);
    run.put_octet(filler);
    const std::size_t final_letter = place % finals.size(), rest = place / finals.size();
    for (const char letter :
         {initials[rest / vowels.size()], vowels[rest % vowels.size()], finals[final_letter]}) {
        run.put_octet(letters_row);
        run.put_octet(static_cast<unsigned char>(letter));
    }
    ++run.at;
    return at_end;
}

}  // namespace minipy::multibyte
