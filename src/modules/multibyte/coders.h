// What the objects around a multibyte codec have in common: incremental encoders and decoders, and the stream
// readers and writers, which are such coders with a stream.
//
// Invariant: `codec` and `errors` are set from `__new__` on.
//
// CPython: Modules/cjkcodecs/multibytecodec.h (MultibyteStatefulCodecContext)
#pragma once

#include "modules/multibyte/codec.h"
#include "modules/support.h"
#include "objects/bytes.h"

namespace minipy::multibyte {

/// MultibyteCodec: what `getcodec` gives.
struct CodecObject : Object {
    MultibyteCodec* codec;
};
extern Type codec_type;

Ref<Object> new_codec_object(MultibyteCodec& codec);

struct Coder : Object {
    MultibyteCodec* codec;
    State state;
    Str* errors;
    Object* stream;  // of readers and writers, else null
};

/// MultibyteIncrementalEncoder, MultibyteStreamWriter.
struct EncoderObject : Coder {
    Str* pending;  // characters that wait for the next part, or null
};

/// MultibyteIncrementalDecoder, MultibyteStreamReader.
struct DecoderObject : Coder {
    std::array<char, 8> pending;  // octets that wait for the next part
    Size pending_size;

    std::string_view pending_octets() const noexcept {
        return {pending.data(), static_cast<std::size_t>(pending_size)};
    }
};

using EncoderLife =
    OwnedFields<EncoderObject, &EncoderObject::errors, &EncoderObject::stream, &EncoderObject::pending>;
using DecoderLife = OwnedFields<DecoderObject, &DecoderObject::errors, &DecoderObject::stream>;

/// `cls(errors='strict')`, with a stream in front for readers and writers; the codec is the attribute `codec`
/// of the class. `function` is the name in errors.
Ref<Object> new_coder(Type* type, const char* function, bool has_stream, Tuple* arguments,
                      Dict* keywords_or_null);

/// The octets of what waits and the text. encoder_encode_stateful.
Ref<Bytes> encode_part(EncoderObject* self, Object* text, bool is_last);

/// Keeps octets for the next part. UnicodeError "pending buffer overflow".
Status keep_pending(DecoderObject* self, std::string_view octets);

NewRef decoder_reset(Object* self, Object* const* arguments);

extern const GetSetDef coder_getset[1];

extern Type incremental_encoder_type, incremental_decoder_type, stream_reader_type, stream_writer_type;

}  // namespace minipy::multibyte
