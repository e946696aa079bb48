// Whole texts and parts of texts through a multibyte codec, with the error handlers' part in it.
//
// Invariant: a handler of the program gets one and the same exception object throughout a call, as in CPython.
//
// CPython: Modules/cjkcodecs/multibytecodec.c (multibytecodec_encerror, multibytecodec_decerror)
#pragma once

#include "modules/multibyte/codec.h"
#include "objects/bytes.h"

namespace minipy::multibyte {

class Decoding {
  public:
    /// `errors` is the name of the handler; the octets have to stay for as long as the decoding.
    Decoding(MultibyteCodec& codec, State& state, Str* errors, StrBuilder& text) noexcept
        : codec_(codec), errors_(errors), run_{{}, 0, state, text} {}

    /// Takes another part of the octets. One that is not complete at its end is left (see `rest`), or an error
    /// too.
    Status feed(std::string_view octets, bool is_whole);

    /// What is left is an error.
    Status refuse_rest();

    std::string_view rest() const noexcept { return run_.octets.substr(static_cast<std::size_t>(run_.at)); }

  private:
    Status handle(Stop stop);
    Status ask_handler(Size end, const char* reason);

    MultibyteCodec& codec_;
    Str* errors_;
    DecodeRun run_;
    Ref<Object> exception_;  // made by the first error
};

/// What a call of an encoder is to do besides encoding.
struct EncodeOrder {
    bool is_last = true;  // no more text follows
    bool resets = true;   // goes back to the initial state at the end
};

/// The octets of the text, and in `taken` how many characters were encoded (fewer than all only if more text
/// may follow). multibytecodec_encode.
Ref<Bytes> encode(MultibyteCodec& codec, State& state, Str* text, Str* errors, EncodeOrder order,
                  Size* taken = nullptr);

}  // namespace minipy::multibyte
