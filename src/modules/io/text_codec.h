// How a text stream decodes and encodes: UTF-8, ASCII and Latin-1 at once in C++, everything else by the
// incremental codec objects of the registry.
//
// Invariant: `undecoded` is the incomplete UTF-8 sequence at the end of what has been decoded so far.
//
// CPython: Modules/_io/textio.c (encodefuncs, the decoder attribute)
#pragma once

#include <string>
#include <string_view>

#include "modules/io/newline.h"
#include "objects/bytes.h"

namespace minipy {

enum class TextCodecKind : std::uint8_t { Utf8, Ascii, Latin1, Registry };

/// What `getstate` gives: the octets kept back and the flags.
struct DecoderState {
    std::string kept;
    Size flags = 0;
};

struct TextCodec {
    TextCodecKind kind = TextCodecKind::Utf8;
    bool can_decode = false, can_encode = false;
    bool translate = false, universal = false;  // of the line ends read
    NewlineState newlines;
    std::string errors;
    std::string undecoded;
    Ref<Object> decoder, encoder;  // of the registry

    /// Finds the codec. LookupError if there is none, or none for text.
    Status open(Str* encoding, Str* errors, bool readable, bool writable);

    Ref<Str> decode(std::string_view octets, bool final);
    /// Adds the text's octets to the end of `to`.
    Status encode(Str* text, std::string& to);

    Result<DecoderState> decoder_state();
    Status set_decoder_state(const DecoderState& state);
    Status reset_decoder();
    /// Tells an encoder that writes a byte order mark whether it is at the start.
    Status set_encoder_start(bool at_start);
};

}  // namespace minipy
