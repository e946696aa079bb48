// The encodings of text streams: the common ones directly, the others through the codec registry.
//
// CPython: Modules/_io/textio.c
#include "modules/io/text_codec.h"

#include <fmt/format.h>

#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/codecs.h"
#include "objects/errors.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str_data.h"
#include "objects/tuple.h"
#include "vm/import.h"

namespace minipy {
namespace {

/// The codec's description from the registry, checked to be one for text.
Ref<Object> find_text_codec(Str* encoding) {
    Ref<Object> registry = TRY(import_module("_codecs"));
    Ref<Object> info = TRY(call_method(registry.get(), name<"lookup">, {encoding}));
    Ref<Object> is_text;
    TRY(find_attribute(info.get(), name<"_is_text_encoding">, is_text));
    if (is_text && !TRY(truth(is_text.get())))
        return raise(lookup_error_type,
                     fmt::format("'{}' is not a text encoding; use codecs.open() to handle arbitrary codecs",
                                 str_utf8(encoding)));
    return info;
}

Ref<Object> make_incremental(Object* info, Str* factory, Str* errors) {
    Ref<Object> maker = TRY(get_attribute(info, factory));
    return call(maker.get(), {errors});
}

}  // namespace

Status TextCodec::open(Str* encoding, Str* error_name, bool readable, bool writable) {
    errors = str_utf8(error_name);
    can_decode = readable;
    can_encode = writable;
    undecoded.clear();
    newlines = {};
    decoder.reset();
    encoder.reset();
    const Codec* codec = find_codec(str_utf8(encoding));
    const std::string_view codec_name = codec ? codec->name : "";
    kind = codec_name == "utf_8"     ? TextCodecKind::Utf8
           : codec_name == "ascii"   ? TextCodecKind::Ascii
           : codec_name == "latin_1" ? TextCodecKind::Latin1
                                     : TextCodecKind::Registry;
    if (kind != TextCodecKind::Registry) return done;
    Ref<Object> info = TRY(find_text_codec(encoding));
    if (readable) decoder = TRY(make_incremental(info.get(), name<"incrementaldecoder">, error_name));
    if (writable) encoder = TRY(make_incremental(info.get(), name<"incrementalencoder">, error_name));
    return done;
}

namespace {

Ref<Str> decode_utf8_piece(TextCodec& codec, std::string_view octets, bool final) {
    std::string joined;
    if (!codec.undecoded.empty()) {
        joined = std::move(codec.undecoded.append(octets));
        codec.undecoded.clear();
        octets = joined;
    }
    auto used = static_cast<Size>(octets.size());
    Ref<Str> text = TRY(decode_utf8(octets, codec.errors, final ? nullptr : &used));
    codec.undecoded = octets.substr(static_cast<std::size_t>(used));
    return text;
}

Ref<Str> decode_by_registry(TextCodec& codec, std::string_view octets, bool final) {
    Ref<Bytes> input = TRY(new_bytes(octets));
    Ref<Object> last = new_bool(final);
    Ref<Object> text = TRY(call_method(codec.decoder.get(), name<"decode">, {input.get(), last.get()}));
    if (!is_str(text.get()))
        return raise(type_error_type,
                     fmt::format("decoder should return a string result, not '{}'", text->type->name));
    return Ref<Str>::steal(static_cast<Str*>(text.release()));
}

Ref<Str> decode_piece(TextCodec& codec, std::string_view octets, bool final) {
    switch (codec.kind) {
        case TextCodecKind::Utf8: return decode_utf8_piece(codec, octets, final);
        case TextCodecKind::Ascii: return decode_ascii(octets, codec.errors);
        case TextCodecKind::Latin1: return decode_latin1(octets, codec.errors);
        case TextCodecKind::Registry: break;
    }
    return decode_by_registry(codec, octets, final);
}

}  // namespace

Ref<Str> TextCodec::decode(std::string_view octets, bool final) {
    Ref<Str> text = TRY(decode_piece(*this, octets, final));
    if (!universal) return text;
    return newlines.decode(std::move(text), translate, final);
}

Status TextCodec::encode(Str* text, std::string& to) {
    if (text->ascii && kind != TextCodecKind::Registry) {
        to += text->view1();
        return done;
    }
    if (kind == TextCodecKind::Utf8 && append_utf8(to, text)) return done;
    Ref<Object> octets;
    switch (kind) {
        case TextCodecKind::Utf8: octets = encode_utf8(text, errors); break;
        case TextCodecKind::Ascii: octets = encode_ascii(text, errors); break;
        case TextCodecKind::Latin1: octets = encode_latin1(text, errors); break;
        case TextCodecKind::Registry: octets = call_method(encoder.get(), name<"encode">, {text}); break;
    }
    if (!octets) return failed;
    if (!is_bytes(octets.get()))
        return raise(type_error_type,
                     fmt::format("encoder should return a bytes object, not '{}'", octets->type->name));
    to += static_cast<Bytes*>(octets.get())->view();
    return done;
}

Result<DecoderState> TextCodec::decoder_state() {
    DecoderState state;
    if (decoder) {
        Ref<Object> pair = TRY(call_method(decoder.get(), name<"getstate">));
        if (!is_tuple(pair.get()) || static_cast<Tuple*>(pair.get())->size != 2)
            return raise(type_error_type, "illegal decoder state");
        Object* kept = (*static_cast<Tuple*>(pair.get()))[0];
        if (!is_bytes(kept))
            return raise(type_error_type, fmt::format("illegal decoder state: the first item should be a bytes "
                                                      "object, not '{}'",
                                                      kept->type->name));
        state.kept = static_cast<Bytes*>(kept)->view();
        state.flags = TRY(index_size((*static_cast<Tuple*>(pair.get()))[1], &overflow_error_type));
    } else {
        state.kept = undecoded;
    }
    if (universal) state.flags = state.flags << 1 | static_cast<Size>(newlines.pending_cr);
    return state;
}

Status TextCodec::set_decoder_state(const DecoderState& state) {
    Size flags = state.flags;
    if (universal) {
        newlines.pending_cr = flags & 1;
        flags >>= 1;
    }
    if (!decoder) {
        undecoded = state.kept;
        return done;
    }
    Ref<Bytes> kept = TRY(new_bytes(state.kept));
    Ref<Int> number = new_int(flags);
    Object* items[] = {kept.get(), number.get()};
    Ref<Tuple> pair = TRY(new_tuple(items));
    TRY(call_method(decoder.get(), name<"setstate">, {pair.get()}));
    return done;
}

Status TextCodec::reset_decoder() {
    undecoded.clear();
    newlines = {};
    if (decoder) TRY(call_method(decoder.get(), name<"reset">));
    return done;
}

Status TextCodec::set_encoder_start(bool at_start) {
    if (!encoder) return done;
    if (at_start)
        TRY(call_method(encoder.get(), name<"reset">));
    else
        TRY(call_method(encoder.get(), name<"setstate">, {&shared_int(0)}));
    return done;
}

}  // namespace minipy
