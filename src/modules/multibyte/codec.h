// The multibyte codecs: what one of them is, and the texts on their way through it.
//
// A codec is two functions that go on from where a `DecodeRun` or `EncodeRun` stands and stop at the end or at
// the first thing that they cannot convert. What becomes of that is decided in run.cpp.
// Invariant: a function that stops has taken and written everything before that place, and nothing of it.
//
// CPython: Modules/cjkcodecs/multibytecodec.h, cjkcodecs.h
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "modules/multibyte/charset.h"
#include "objects/str.h"
#include "objects/str_builder.h"

namespace minipy::multibyte {

/// What a codec remembers between two parts of a text, as `getstate()` shows it. MultibyteCodec_State.
using State = std::array<unsigned char, 8>;

/// Why a codec has stopped: a positive number of octets or characters that mean nothing, or one of these.
using Stop = Size;
inline constexpr Stop at_end = 0;
inline constexpr Stop too_few = -1;    // the last character is not complete
inline constexpr Stop bad_state = -2;  // the state is not one that the codec makes

/// Octets being decoded.
struct DecodeRun {
    std::string_view octets;
    Size at = 0;
    State& state;
    StrBuilder& text;

    Size left() const noexcept { return static_cast<Size>(octets.size()) - at; }
    unsigned octet(Size offset) const noexcept {
        return static_cast<unsigned char>(octets[static_cast<std::size_t>(at + offset)]);
    }
    void take(Size count, char32_t character) {
        text.append(character);
        at += count;
    }
    /// The same for what a table gave: a character or a place among the pairs.
    void take_from(const Charset& charset, Size count, char32_t character) {
        if (character >= first_pair) [[unlikely]] {
            text.append(charset.pair(character).first);
            character = charset.pair(character).second;
        }
        take(count, character);
    }
    /// As far as it goes, but at least one character.
    void take_ascii();
};

/// Text being encoded.
struct EncodeRun {
    Str* text;
    Size at = 0;
    State& state;
    std::string& octets;
    bool is_last = true;  // no more text follows

    Size left() const noexcept { return text->size - at; }
    char32_t character() const noexcept { return text->at(at); }
    /// For ASCII text.
    void put_rest_as_it_is() {
        octets += text->view1().substr(static_cast<std::size_t>(at));
        at = text->size;
    }
    void put_octet(unsigned octet) { octets.push_back(static_cast<char>(octet)); }
    void put(Code code) {
        const char both[] = {static_cast<char>(code >> 8), static_cast<char>(code)};
        if (code >= 0x100)
            octets.append(both, 2);
        else
            octets.push_back(both[1]);
    }
};

struct Iso2022Form;

struct MultibyteCodec {
    const char* name;
    const char* module;
    Stop (*decode)(const MultibyteCodec& codec, DecodeRun& run);
    Stop (*encode)(const MultibyteCodec& codec, EncodeRun& run);
    std::vector<CharsetId> charset_ids;

    // Codecs that remember something.
    State encoder_start = {}, decoder_start = {};
    /// Writes what brings a reader back to the state at the beginning of a text.
    void (*reset_encoder)(EncodeRun& run) = nullptr;
    void (*reset_decoder)(State& state) = nullptr;
    const Iso2022Form* form = nullptr;

    // Codecs that go by one table.
    unsigned last_lead = 0;  // leads are 81..9F and E0..this; 0: all octets from 80 on
    bool is_roman = false;   // 5C is the yen sign and 7E the overline
    /// What the table does not know: takes it and gives `at_end`, or says why not.
    Stop (*decode_more)(const MultibyteCodec& codec, DecodeRun& run) = nullptr;
    Stop (*encode_more)(const MultibyteCodec& codec, EncodeRun& run) = nullptr;

    std::vector<const Charset*> charsets = {};  // in the order of the ids; empty until `prepare`

    const Charset& charset(std::size_t place = 0) const noexcept { return *charsets[place]; }
};

/// Makes the tables that the codec needs, if this is its first use. LookupError.
Status prepare(MultibyteCodec& codec);

/// The codec of that name in the module ("_codecs_cn"), or null.
MultibyteCodec* find_multibyte_codec(std::string_view module, std::string_view name);

// The ways of coding, by file.
Stop decode_by_table(const MultibyteCodec& codec, DecodeRun& run);  // table_codecs.cpp
Stop encode_by_table(const MultibyteCodec& codec, EncodeRun& run);
Stop decode_three_octets(const MultibyteCodec& codec, DecodeRun& run);
Stop encode_three_octets(const MultibyteCodec& codec, EncodeRun& run);
Stop decode_composed_hangul(const MultibyteCodec& codec, DecodeRun& run);
Stop encode_composed_hangul(const MultibyteCodec& codec, EncodeRun& run);
Stop decode_four_octets(const MultibyteCodec& codec, DecodeRun& run);  // gb18030.cpp
Stop encode_four_octets(const MultibyteCodec& codec, EncodeRun& run);
Stop decode_hz(const MultibyteCodec& codec, DecodeRun& run);  // hz.cpp
Stop encode_hz(const MultibyteCodec& codec, EncodeRun& run);
void reset_hz_encoder(EncodeRun& run);
void reset_hz_decoder(State& state);
Stop decode_iso2022(const MultibyteCodec& codec, DecodeRun& run);  // iso2022.cpp
Stop encode_iso2022(const MultibyteCodec& codec, EncodeRun& run);
void reset_iso2022_encoder(EncodeRun& run);
void reset_iso2022_decoder(State& state);

}  // namespace minipy::multibyte
