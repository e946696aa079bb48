// Positions in text: `tell` finds the octets that a character came from, `seek` decodes its way back.
//
// A position is one number that holds an octet position where the decoder can start afresh, the decoder's
// flags there, and how many octets to feed and characters to skip from there on. For a decoder without state it
// is just the octet position. Invariant: the layout of the number is CPython's.
//
// CPython: Modules/_io/textio.c (cookie_type, _io_TextIOWrapper_tell_impl)
#include <fmt/format.h>

#include "modules/io/text_io.h"
#include "objects/buffer.h"
#include "objects/call.h"
#include "objects/errors.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"

namespace minipy {
namespace {

struct Cookie {
    std::int64_t start = 0;
    Size flags = 0;
    Size octets_to_feed = 0;
    Size characters_to_skip = 0;
    bool need_eof = false;
};

constexpr int start_bits = 64, field_bits = 32;

NewRef build_cookie(const Cookie& cookie) {
    const Size fields[] = {cookie.need_eof, cookie.characters_to_skip, cookie.octets_to_feed, cookie.flags};
    Ref<Object> number = new_int(0);
    const auto append = [&](int bits, std::int64_t value) -> Status {
        Ref<Int> width = new_int(bits), part = new_int(value);
        number = TRY(binary_operation(BinaryOp::LeftShift, number.get(), width.get()));
        number = TRY(binary_operation(BinaryOp::Or, number.get(), part.get()));
        return done;
    };
    for (const Size field : fields) TRY(append(field_bits, field));
    TRY(append(start_bits, cookie.start));
    return number;
}

Result<Cookie> parse_cookie(Int* number) {
    if (number->is_small()) return Cookie{.start = number->small};
    Ref<Object> rest = share<Object>(number);
    const auto take = [&](int bits, std::int64_t mask) -> Result<Size> {
        Ref<Int> width = new_int(bits), low = new_int(mask);
        Ref<Object> part = TRY(binary_operation(BinaryOp::And, rest.get(), low.get()));
        rest = TRY(binary_operation(BinaryOp::RightShift, rest.get(), width.get()));
        return index_size(part.get(), &overflow_error_type);
    };
    Cookie cookie;
    cookie.start = TRY(take(start_bits, INT64_MAX));
    cookie.flags = TRY(take(field_bits, 0x7fffffff));
    cookie.octets_to_feed = TRY(take(field_bits, 0x7fffffff));
    cookie.characters_to_skip = TRY(take(field_bits, 0x7fffffff));
    cookie.need_eof = TRY(take(8, 1)) != 0;
    return cookie;
}

Result<Size> count_decoded(TextIOWrapper* stream, std::string_view octets, bool final = false) {
    Ref<Str> text = TRY(stream->codec.decode(octets, final));
    return text->size;
}

/// Moves the cookie to the last place before the wanted character that a guess finds: where the decoder keeps
/// nothing back after `skip` octets. Gives that number of octets.
Result<Size> guess_start(TextIOWrapper* stream, std::string_view octets, Cookie& cookie) {
    auto skip =
        static_cast<Size>(stream->octets_per_character * static_cast<double>(cookie.characters_to_skip));
    skip = std::min(skip, static_cast<Size>(octets.size()));
    Size back = 1;
    while (skip > 0) {
        TRY(stream->codec.set_decoder_state({{}, cookie.flags}));
        const Size characters = TRY(count_decoded(stream, octets.substr(0, static_cast<std::size_t>(skip))));
        if (characters <= cookie.characters_to_skip) {
            const DecoderState state = TRY(stream->codec.decoder_state());
            if (state.kept.empty()) {
                cookie.flags = state.flags;
                cookie.characters_to_skip -= characters;
                return skip;
            }
            skip -= static_cast<Size>(state.kept.size());
            back = 1;
        } else {
            skip -= back;
            back *= 2;
        }
    }
    TRY(stream->codec.set_decoder_state({{}, cookie.flags}));
    return Size{0};
}

/// Feeds octet by octet from the guess on; the cookie ends at the last safe place before the character.
Status refine_start(TextIOWrapper* stream, std::string_view octets, Cookie& cookie) {
    Size fed = 0, decoded = 0;
    for (const char& octet : octets) {
        ++fed;
        decoded += TRY(count_decoded(stream, {&octet, 1}));
        const DecoderState state = TRY(stream->codec.decoder_state());
        if (state.kept.empty() && decoded <= cookie.characters_to_skip) {
            cookie.start += fed;
            cookie.characters_to_skip -= decoded;
            cookie.flags = state.flags;
            fed = decoded = 0;
        }
        if (decoded >= cookie.characters_to_skip) {
            cookie.octets_to_feed = fed;
            return done;
        }
    }
    decoded += TRY(count_decoded(stream, {}, true));
    cookie.octets_to_feed = fed;
    cookie.need_eof = true;
    if (decoded < cookie.characters_to_skip)
        return raise(os_error_type, "can't reconstruct logical file position");
    return done;
}

NewRef reconstruct_position(TextIOWrapper* stream, std::int64_t position) {
    Cookie cookie{.start = position - static_cast<std::int64_t>(stream->snapshot.octets.size()),
                  .flags = stream->snapshot.flags,
                  .characters_to_skip = stream->decoded_used};
    if (!stream->decoded || cookie.characters_to_skip == 0) return build_cookie(cookie);
    const DecoderState saved = TRY(stream->codec.decoder_state());
    const NewlineState newlines = stream->codec.newlines;
    const Status found = [&]() -> Status {
        const std::string_view octets = stream->snapshot.octets;
        const Size skip = TRY(guess_start(stream, octets, cookie));
        cookie.start += skip;
        if (cookie.characters_to_skip == 0) return done;
        return refine_start(stream, octets.substr(static_cast<std::size_t>(skip)), cookie);
    }();
    Ref<Object> error = take_exception();
    const Status restored = stream->codec.set_decoder_state(saved);
    stream->codec.newlines.seen = newlines.seen;
    if (!found) return raise_object(std::move(error));
    if (!restored) return failed;
    return build_cookie(cookie);
}

Status reset_for_seek(TextIOWrapper* stream, bool at_start, Size flags) {
    text_forget_decoded(stream);
    stream->snapshot.valid = false;
    if (!stream->codec.can_decode) return done;
    return at_start ? stream->codec.reset_decoder() : stream->codec.set_decoder_state({{}, flags});
}

/// `seek(0, 2)`.
NewRef seek_end(TextIOWrapper* stream) {
    TRY(call_method(stream, name<"flush">));
    TRY(reset_for_seek(stream, true, 0));
    Ref<Object> position = TRY(call_method(stream->buffer, name<"seek">, {&shared_int(0), &shared_int(2)}));
    if (stream->codec.can_encode) TRY(stream->codec.set_encoder_start(!TRY(truth(position.get()))));
    return position;
}

/// Reads and decodes again what lies between the cookie's start and the wanted character.
Status skip_characters(TextIOWrapper* stream, const Cookie& cookie) {
    stream->snapshot = {.valid = true, .flags = cookie.flags, .octets = {}};
    if (cookie.characters_to_skip == 0) return done;
    Ref<Int> count = new_int(cookie.octets_to_feed);
    Ref<Object> octets = TRY(call_method(stream->buffer, name<"read">, {count.get()}));
    if (!is_bytes(octets.get()))
        return raise(
            type_error_type,
            fmt::format("underlying read() should have returned a bytes object, not '{}'", octets->type->name));
    const std::string_view view = static_cast<Bytes*>(octets.get())->view();
    stream->snapshot.octets = view;
    Ref<Str> text = TRY(stream->codec.decode(view, cookie.need_eof));
    if (text->size < cookie.characters_to_skip)
        return raise(os_error_type, "can't restore logical file position");
    stream->decoded = std::move(text);
    stream->decoded_used = cookie.characters_to_skip;
    return done;
}

NewRef seek_to_cookie(TextIOWrapper* stream, Object* position) {
    Ref<Int> number = TRY(to_index(position));
    if (number->is_negative())
        return raise(value_error_type, fmt::format("negative seek position {}", repr_for_message(position)));
    TRY(call_method(stream, name<"flush">));
    const Cookie cookie = TRY(parse_cookie(number.get()));
    Ref<Int> start = new_int(cookie.start);
    TRY(call_method(stream->buffer, name<"seek">, {start.get()}));
    const bool at_start = cookie.start == 0 && cookie.flags == 0;
    TRY(reset_for_seek(stream, at_start, cookie.flags));
    if (stream->codec.can_decode) TRY(skip_characters(stream, cookie));
    if (stream->codec.can_encode) TRY(stream->codec.set_encoder_start(at_start));
    return new_ref(position);
}

}  // namespace

NewRef text_seek(Object* self, Object* const* arguments) {
    TextIOWrapper* stream = as_text(self);
    TRY(text_check_open(stream));
    const int whence = arguments[1] ? TRY(argument_int(arguments[1])) : 0;
    if (!stream->seekable) return raise_unsupported("underlying stream is not seekable");
    if (whence < 0 || whence > 2)
        return raise(value_error_type, fmt::format("invalid whence ({}, should be 0, 1 or 2)", whence));
    if (whence == 0) return seek_to_cookie(stream, arguments[0]);
    if (TRY(compare_truth(arguments[0], &shared_int(0), CompareOp::Ne)))
        return raise_unsupported(whence == 1 ? "can't do nonzero cur-relative seeks"
                                             : "can't do nonzero end-relative seeks");
    if (whence == 2) return seek_end(stream);
    Ref<Object> here = TRY(call_method(self, name<"tell">));
    return seek_to_cookie(stream, here.get());
}

NewRef text_tell(Object* self, Object* const*) {
    TextIOWrapper* stream = as_text(self);
    TRY(text_check_open(stream));
    if (!stream->seekable) return raise_unsupported("underlying stream is not seekable");
    if (!stream->telling) return raise(os_error_type, "telling position disabled by next() call");
    TRY(text_write_pending(stream));
    TRY(call_method(self, name<"flush">));
    Ref<Object> position = TRY(call_method(stream->buffer, name<"tell">));
    if (!stream->codec.can_decode || !stream->snapshot.valid) return position;
    return reconstruct_position(stream, TRY(offset_argument(position.get())));
}

}  // namespace minipy
