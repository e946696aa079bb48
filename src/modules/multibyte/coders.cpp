// The module `_multibytecodec`: codec objects, incremental encoders and decoders.
//
// CPython: Modules/cjkcodecs/multibytecodec.c
#include "modules/multibyte/coders.h"

#include "modules/buffer_argument.h"
#include "modules/multibyte/run.h"
#include "objects/arguments.h"
#include "objects/attribute.h"
#include "objects/codecs.h"
#include "objects/index.h"
#include "objects/int_large.h"
#include "objects/memory_guard.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/text_argument.h"

namespace minipy::multibyte {
namespace {

constexpr Size most_pending_characters = 2;
constexpr std::size_t utf8_limit = 4;  // octets of a character

EncoderObject* as_encoder(Object* self) noexcept { return static_cast<EncoderObject*>(self); }
DecoderObject* as_decoder(Object* self) noexcept { return static_cast<DecoderObject*>(self); }

Ref<Str> to_text(Object* value) { return is_str(value) ? share(static_cast<Str*>(value)) : to_str(value); }

// --- MultibyteCodec

/// The name of the error handler.
Ref<Str> errors_argument(Object* value, const char* function) {
    if (is_none(value)) return intern("strict");
    if (!is_str(value)) return raise_bad_argument(function, "argument 'errors'", "str or None", value);
    TRY(c_string_argument(value, function));
    return share(static_cast<Str*>(value));
}

NewRef codec_encode(Object* self, Object* const* arguments) {
    MultibyteCodec& codec = *static_cast<CodecObject*>(self)->codec;
    Ref<Str> text = TRY(to_text(arguments[0]));
    Ref<Str> errors = TRY(errors_argument(arguments[1], "encode"));
    State state = codec.encoder_start;
    Ref<Bytes> octets = TRY(encode(codec, state, text.get(), errors.get(), {}));
    return pack({octets.get(), new_int(text->size).get()});
}

NewRef codec_decode(Object* self, Object* const* arguments) {
    MultibyteCodec& codec = *static_cast<CodecObject*>(self)->codec;
    HeldBuffer input;
    TRY(get_buffer(arguments[0], input, buffer_flag::simple));
    Ref<Str> errors = TRY(errors_argument(arguments[1], "decode"));
    State state = codec.decoder_start;
    StrBuilder text;
    TRY(Decoding(codec, state, errors.get(), text).feed(input.view(), true));
    Ref<Str> decoded = TRY(text.finish());
    return pack({decoded.get(), new_int(input.size).get()});
}

constexpr NativeDef codec_methods[] = {
    {"encode", codec_encode, "($self, /, input, errors=None)",
     "The octets of a text, with its length; `errors` names the error handler."},
    {"decode", codec_decode, "($self, /, input, errors=None)",
     "The text of octets, with their number; `errors` names the error handler."},
};

const TypeSpec codec_spec = {
    .name = "_multibytecodec.MultibyteCodec",
    .basic_size = sizeof(CodecObject),
    .flags = type_flag::disallow_new | type_flag::immutable,
    .slots = {.dealloc = free_object},
    .methods = codec_methods,
};

// --- Incremental encoders

NewRef encoder_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    return new_coder(type, "IncrementalEncoder", false, arguments, keywords_or_null);
}

Status ignore_arguments(Object*, Tuple*, Dict*) { return done; }

NewRef encoder_encode(Object* self, Object* const* arguments) {
    const bool is_last = TRY(argument_int(arguments[1])) != 0;
    return encode_part(as_encoder(self), arguments[0], is_last);
}

NewRef encoder_reset(Object* self, Object* const*) {
    EncoderObject* encoder = as_encoder(self);
    std::string unused;
    Ref<Str> nothing = empty_str();
    EncodeRun run{nothing.get(), 0, encoder->state, unused};
    if (encoder->codec->reset_encoder) encoder->codec->reset_encoder(run);
    replace_field(encoder->pending, Ref<Str>());
    return new_none();
}

// The state of an encoder as a number, least significant octet first: the length of the waiting text as UTF-8,
// that text, the state of the codec.

constexpr std::size_t longest_state = 1 + most_pending_characters * utf8_limit + sizeof(State);

Ref<Int> number_from_octets(std::string_view octets) {
    mp_limb_t limbs[(longest_state + sizeof(mp_limb_t) - 1) / sizeof(mp_limb_t)] = {};
    for (std::size_t i = 0; i < octets.size(); ++i)
        limbs[i / 8] |= mp_limb_t{static_cast<unsigned char>(octets[i])} << (i % 8 * 8);
    return int_from_limbs(limbs, std::size(limbs), false);
}

/// OverflowError unless the number fits into so many octets without a sign. _PyLong_AsByteArray.
Result<std::string> octets_of_number(const Int* number, std::size_t size) {
    const IntParts parts(number);
    if (parts.negative()) return raise(overflow_error_type, "can't convert negative int to unsigned");
    if (parts.bits() > size * 8) return raise(overflow_error_type, "int too big to convert");
    std::string octets(size, '\0');
    for (std::size_t i = 0; i < size && i / 8 < static_cast<std::size_t>(parts.size()); ++i)
        octets[i] = static_cast<char>(parts.limbs()[i / 8] >> (i % 8 * 8) & 0xFF);
    return octets;
}

void set_state(State& state, std::string_view octets) {
    for (std::size_t i = 0; i < state.size(); ++i) state[i] = static_cast<unsigned char>(octets[i]);
}

NewRef encoder_getstate(Object* self, Object* const*) {
    EncoderObject* encoder = as_encoder(self);
    Ref<Bytes> pending = encoder->pending ? TRY(encode_utf8(encoder->pending)) : new_bytes({});
    std::string octets(1, static_cast<char>(pending->size));
    octets += pending->view();
    octets.append(encoder->state.begin(), encoder->state.end());
    return number_from_octets(octets);
}

NewRef encoder_setstate(Object* self, Object* const* arguments) {
    if (!is_int(arguments[0])) return raise_bad_argument("setstate", "argument", "int", arguments[0]);
    const std::string octets = TRY(octets_of_number(as_int(arguments[0]), longest_state));
    const std::size_t length = static_cast<unsigned char>(octets[0]);
    if (length > most_pending_characters * utf8_limit)
        return raise(unicode_error_type, "pending buffer too large");
    Ref<Str> pending = TRY(decode_utf8(std::string_view(octets).substr(1, length)));
    replace_field(as_encoder(self)->pending, std::move(pending));
    set_state(as_encoder(self)->state, std::string_view(octets).substr(1 + length));
    return new_none();
}

constexpr NativeDef encoder_methods[] = {
    {"encode", encoder_encode, "($self, /, input, final=False)", "The octets of the next part of a text."},
    {"getstate", encoder_getstate, "($self, /)", "The state as a number."},
    {"setstate", encoder_setstate, "($self, state, /)", "Goes back to a state that getstate gave."},
    {"reset", encoder_reset, "($self, /)", "Forgets what waits; the next part begins a text."},
};

const TypeSpec incremental_encoder_spec = {
    .name = "_multibytecodec.MultibyteIncrementalEncoder",
    .basic_size = sizeof(EncoderObject),
    .flags = type_flag::base_type | type_flag::collected | type_flag::immutable,
    .slots = {.new_ = encoder_new,
              .init = ignore_arguments,
              .dealloc = EncoderLife::dealloc,
              .traverse = EncoderLife::traverse,
              .clear = EncoderLife::clear},
    .methods = encoder_methods,
    .getset = coder_getset,
};

// --- Incremental decoders

NewRef decoder_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    return new_coder(type, "IncrementalDecoder", false, arguments, keywords_or_null);
}

NewRef decode_part(DecoderObject* self, std::string_view octets, bool is_last) {
    const std::string waited(self->pending_octets());
    std::string joined;
    if (!waited.empty()) octets = joined = waited + std::string(octets);
    self->pending_size = 0;
    StrBuilder text;
    Ref<Str> errors = share(self->errors);
    Decoding decoding(*self->codec, self->state, errors.get(), text);
    TRY(decoding.feed(octets, false));
    if (is_last && !decoding.refuse_rest()) {
        (void)keep_pending(self, waited);  // as if the call had not been
        return failed;
    }
    TRY(keep_pending(self, decoding.rest()));
    return text.finish();
}

NewRef decoder_decode(Object* self, Object* const* arguments) {
    HeldBuffer input;
    TRY(get_buffer(arguments[0], input, buffer_flag::simple));
    const bool is_last = TRY(argument_int(arguments[1])) != 0;
    return guard_memory([&] { return decode_part(as_decoder(self), input.view(), is_last); });
}

NewRef decoder_getstate(Object* self, Object* const*) {
    const DecoderObject* decoder = as_decoder(self);
    Ref<Bytes> pending = new_bytes(decoder->pending_octets());
    Ref<Int> state = number_from_octets(std::string(decoder->state.begin(), decoder->state.end()));
    return pack({pending.get(), state.get()});
}

NewRef decoder_setstate(Object* self, Object* const* arguments) {
    if (!is_tuple(arguments[0])) return raise_bad_argument("setstate", "argument", "tuple", arguments[0]);
    const auto& parts = *static_cast<Tuple*>(arguments[0]);
    if (parts.size != 2 || !is_bytes(parts[0]) || !is_int(parts[1]))
        return raise(type_error_type, "setstate(): illegal state argument");
    const std::string state = TRY(octets_of_number(as_int(parts[1]), sizeof(State)));
    const std::string_view pending = static_cast<Bytes*>(parts[0])->view();
    DecoderObject* decoder = as_decoder(self);
    if (pending.size() > decoder->pending.size()) return raise(unicode_error_type, "pending buffer too large");
    decoder->pending_size = 0;
    TRY(keep_pending(decoder, pending));
    set_state(decoder->state, state);
    return new_none();
}

constexpr NativeDef decoder_methods[] = {
    {"decode", decoder_decode, "($self, /, input, final=False)", "The text of the next octets."},
    {"getstate", decoder_getstate, "($self, /)", "The octets that wait, and the state as a number."},
    {"setstate", decoder_setstate, "($self, state, /)", "Goes back to a state that getstate gave."},
    {"reset", decoder_reset, "($self, /)", "Forgets what waits; the next octets begin a text."},
};

const TypeSpec incremental_decoder_spec = {
    .name = "_multibytecodec.MultibyteIncrementalDecoder",
    .basic_size = sizeof(DecoderObject),
    .flags = type_flag::base_type | type_flag::collected | type_flag::immutable,
    .slots = {.new_ = decoder_new,
              .init = ignore_arguments,
              .dealloc = DecoderLife::dealloc,
              .traverse = DecoderLife::traverse,
              .clear = DecoderLife::clear},
    .methods = decoder_methods,
    .getset = coder_getset,
};

// --- What all coders share

NewRef coder_errors(Object* self) { return share(static_cast<Coder*>(self)->errors); }

Status set_coder_errors(Object* self, Object* value_or_null) {
    if (!value_or_null) return raise(attribute_error_type, "cannot delete attribute");
    if (!is_str(value_or_null)) return raise(type_error_type, "errors must be a string");
    Ref<Bytes> text = TRY(encode_utf8(static_cast<Str*>(value_or_null)));
    const std::string_view name = text->view();
    replace_field(static_cast<Coder*>(self)->errors, str_from_utf8(name.substr(0, name.find('\0'))));
    return done;
}

}  // namespace

const GetSetDef coder_getset[1] = {
    {"errors", coder_errors, set_coder_errors, "The name of the error handler."}};

Type codec_type(codec_spec);
Type incremental_encoder_type(incremental_encoder_spec);
Type incremental_decoder_type(incremental_decoder_spec);

Ref<Object> new_codec_object(MultibyteCodec& codec) {
    Ref<Object> made = Ref<Object>::steal(allocate_instance(&codec_type));
    static_cast<CodecObject*>(made.get())->codec = &codec;
    return made;
}

Ref<Object> new_coder(Type* type, const char* function, bool has_stream, Tuple* arguments,
                      Dict* keywords_or_null) {
    static constexpr const char* names[] = {"stream", "errors"};
    Object* bound[2] = {};
    const bool is_encoder = built_in_base(type)->slots.dealloc == EncoderLife::dealloc;
    const std::size_t first = has_stream ? 0 : 1;
    TRY(bind_arguments(function, std::span(names).subspan(first), arguments, keywords_or_null,
                       std::span(bound).subspan(first), has_stream ? 1 : 0));
    if (bound[1]) TRY(c_string_argument(bound[1], function, has_stream ? "argument 2" : "argument 1"));
    Ref<Object> codec = TRY(get_attribute(type, name<"codec">));
    if (codec->type != &codec_type) return raise(type_error_type, "codec is unexpected type");
    Ref<Object> made = Ref<Object>::steal(allocate_instance(type));
    auto* coder = static_cast<Coder*>(made.get());
    coder->codec = static_cast<CodecObject*>(codec.get())->codec;
    coder->state = is_encoder ? coder->codec->encoder_start : coder->codec->decoder_start;
    coder->errors = (bound[1] ? share(static_cast<Str*>(bound[1])) : intern("strict")).release();
    if (has_stream) coder->stream = share(bound[0]).release();
    return made;
}

Ref<Bytes> encode_part(EncoderObject* self, Object* value, bool is_last) {
    Ref<Str> text = TRY(to_text(value));
    Ref<Str> waited = Ref<Str>::steal(std::exchange(self->pending, nullptr));
    if (waited) text = TRY(str_concat(waited.get(), text.get()));
    Ref<Str> errors = share(self->errors);
    Size taken = 0;
    Ref<Bytes> octets = encode(*self->codec, self->state, text.get(), errors.get(),
                               {.is_last = is_last, .resets = is_last}, &taken);
    if (!octets) {
        replace_field(self->pending, std::move(waited));
        return failed;
    }
    if (taken == text->size) return octets;
    if (text->size - taken > most_pending_characters)
        return raise(unicode_error_type, "pending buffer overflow");
    replace_field(self->pending, TRY(str_substring(text.get(), taken, text->size)));
    return octets;
}

Status keep_pending(DecoderObject* self, std::string_view octets) {
    if (octets.size() > self->pending.size() - static_cast<std::size_t>(self->pending_size))
        return raise(unicode_error_type, "pending buffer overflow");
    std::ranges::copy(octets, self->pending.begin() + self->pending_size);
    self->pending_size += static_cast<Size>(octets.size());
    return done;
}

NewRef decoder_reset(Object* self, Object* const*) {
    DecoderObject* decoder = as_decoder(self);
    if (decoder->codec->reset_decoder) decoder->codec->reset_decoder(decoder->state);
    decoder->pending_size = 0;
    return new_none();
}

}  // namespace minipy::multibyte
