// Writing text: encode, gather, hand on.
//
// CPython: Modules/_io/textio.c (_io_TextIOWrapper_write_impl)
#include "modules/io/buffered.h"
#include "modules/io/text_io.h"
#include "objects/call.h"
#include "objects/errors.h"
#include "objects/names.h"
#include "objects/str_builder.h"

namespace minipy {
namespace {

bool has_character(const Str* text, char wanted) noexcept {
    if (text->kind == 1) return text->view1().find(wanted) != std::string_view::npos;
    for (Size i = 0; i < text->size; ++i)
        if (text->at(i) == static_cast<unsigned char>(wanted)) return true;
    return false;
}

/// The text with every '\n' written as the stream's line end.
Ref<Str> with_line_ends(const Str* text, std::string_view ending) {
    StrBuilder changed;
    Size start = 0;
    for (Size at = 0; at < text->size; ++at) {
        if (text->at(at) != '\n') continue;
        changed.append(text, start, at);
        changed.append_ascii(ending);
        start = at + 1;
    }
    changed.append(text, start, text->size);
    return changed.finish();
}

/// Writes octets to the buffered stream.
Status write_octets(TextIOWrapper* stream, std::string_view octets) {
    if (is_plain_buffered(stream->buffer)) {
        Buffered* buffered = as_buffered(stream->buffer);
        if (buffered->writable) {
            TRY(buffered_check(buffered));
            if (TRY(buffered_is_closed(buffered))) return raise(value_error_type, "write to closed file");
            TRY(buffered_write(buffered, octets));
            return done;
        }
    }
    Ref<Bytes> copy = TRY(new_bytes(octets));
    TRY(call_method(stream->buffer, name<"write">, {copy.get()}));
    return done;
}

Status flush_buffer(TextIOWrapper* stream) {
    if (is_plain_buffered(stream->buffer)) {
        Buffered* buffered = as_buffered(stream->buffer);
        if (buffered->writable && buffered->initialized && buffered->buffer) return buffered_flush(buffered);
    }
    TRY(call_method(stream->buffer, name<"flush">));
    return done;
}

/// Encodes straight into `pending`, making room first so that no write exceeds the chunk size needlessly.
Status append_encoded(TextIOWrapper* stream, Str* text) {
    const std::size_t before = stream->pending.size();
    if (text->ascii && stream->codec.kind != TextCodecKind::Registry) {
        if (before &&
            before + static_cast<std::size_t>(text->size) > static_cast<std::size_t>(stream->chunk_size))
            TRY(text_write_pending(stream));
        stream->pending += text->view1();
        return done;
    }
    std::string octets;
    TRY(stream->codec.encode(text, octets));
    if (before && before + octets.size() > static_cast<std::size_t>(stream->chunk_size))
        TRY(text_write_pending(stream));
    stream->pending += octets;
    return done;
}

}  // namespace

void text_forget_decoded(TextIOWrapper* stream) noexcept {
    stream->decoded.reset();
    stream->decoded_used = 0;
}

Status text_write_pending(TextIOWrapper* stream) {
    if (stream->pending.empty()) return done;
    // Taken away first: text that could not be written is not written again.
    std::string octets;
    octets.swap(stream->pending);
    TRY(write_octets(stream, octets));
    if (stream->pending.empty()) {
        octets.clear();
        stream->pending.swap(octets);  // keeps the room
    }
    return done;
}

Status text_write(TextIOWrapper* stream, Str* text) {
    if (!stream->codec.can_encode) return raise_unsupported("not writable");
    const bool translates = !stream->write_ending.empty();
    const bool has_newline = (translates || stream->line_buffering) && has_character(text, '\n');
    Ref<Str> changed;
    if (translates && has_newline) {
        changed = TRY(with_line_ends(text, stream->write_ending));
        text = changed.get();
    }
    const bool ends_line = stream->line_buffering && (has_newline || has_character(text, '\r'));
    TRY(append_encoded(stream, text));
    if (static_cast<Size>(stream->pending.size()) >= stream->chunk_size || ends_line || stream->write_through)
        TRY(text_write_pending(stream));
    if (ends_line) TRY(flush_buffer(stream));
    text_forget_decoded(stream);
    stream->snapshot.valid = false;
    if (stream->codec.can_decode) TRY(stream->codec.reset_decoder());
    return done;
}

Status text_flush(TextIOWrapper* stream) {
    stream->telling = stream->seekable;
    TRY(text_write_pending(stream));
    return flush_buffer(stream);
}

}  // namespace minipy
