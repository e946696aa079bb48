// Reading text: chunks are decoded as they come and handed out as lines or counted characters.
//
// CPython: Modules/_io/textio.c (textiowrapper_read_chunk, _textiowrapper_readline)
#include <fmt/format.h>

#include "modules/io/buffered.h"
#include "modules/io/text_io.h"
#include "objects/buffer.h"
#include "objects/call.h"
#include "objects/errors.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/str_builder.h"

namespace minipy {
namespace {

Size left_over(const TextIOWrapper* stream) noexcept {
    return stream->decoded ? stream->decoded->size - stream->decoded_used : 0;
}

/// Hands out at most `size` decoded characters (negative: all that there are).
Ref<Str> take_decoded(TextIOWrapper* stream, Size size) {
    const Size taken = size < 0 ? left_over(stream) : std::min(size, left_over(stream));
    if (taken == 0) return empty_str();
    const Size start = stream->decoded_used;
    stream->decoded_used += taken;
    if (start == 0 && taken == stream->decoded->size) return stream->decoded;
    return str_substring(stream->decoded.get(), start, start + taken);
}

/// The octets that the next chunk is decoded from.
Ref<Object> read_octets(TextIOWrapper* stream, Size size) {
    if (is_plain_buffered(stream->buffer) && as_buffered(stream->buffer)->readable) {
        Buffered* buffered = as_buffered(stream->buffer);
        TRY(buffered_check_open(buffered, "read of closed file"));
        return buffered_read1(buffered, size);
    }
    Ref<Int> count = new_int(size);
    return call_method(stream->buffer, stream->has_read1 ? name<"read1"> : name<"read">, {count.get()});
}

/// Remembers where the decoder stands; made when the stream may be asked for its position.
Status take_snapshot(TextIOWrapper* stream, DecoderState& state) {
    state = TRY(stream->codec.decoder_state());
    return done;
}

/// Reads and decodes the next chunk; false at the end of the file.
Result<bool> read_chunk(TextIOWrapper* stream, Size hint) {
    if (!stream->codec.can_decode) return raise_unsupported("not readable");
    DecoderState state;
    if (stream->telling) TRY(take_snapshot(stream, state));
    if (hint > 0)
        hint = static_cast<Size>(
            static_cast<double>(std::max<Size>(static_cast<Size>(stream->octets_per_character), 1)) *
            static_cast<double>(hint));
    Ref<Object> input = TRY(read_octets(stream, std::max(stream->chunk_size, hint)));
    if (!has_octets(input.get()))
        return raise(type_error_type,
                     fmt::format("underlying {}() should have returned a bytes-like object, not '{}'",
                                 stream->has_read1 ? "read1" : "read", input->type->name));
    OctetsView view;
    TRY(view.acquire(input.get()));
    const std::string_view octets = view.view();
    Ref<Str> text = TRY(stream->codec.decode(octets, octets.empty()));
    const Size characters = text->size;
    stream->decoded = std::move(text);
    stream->decoded_used = 0;
    stream->octets_per_character =
        characters ? static_cast<double>(octets.size()) / static_cast<double>(characters) : 0.0;
    if (stream->telling) {
        stream->snapshot.valid = true;
        stream->snapshot.flags = state.flags;
        stream->snapshot.octets = std::move(state.kept);
        stream->snapshot.octets += octets;
    }
    return characters > 0 || !octets.empty();
}

Ref<Str> read_all(TextIOWrapper* stream) {
    Ref<Object> octets;
    if (is_plain_buffered(stream->buffer) && as_buffered(stream->buffer)->readable) {
        TRY(buffered_check_open(as_buffered(stream->buffer), "read of closed file"));
        octets = TRY(buffered_read_all(as_buffered(stream->buffer)));
    } else {
        octets = TRY(call_method(stream->buffer, name<"read">));
    }
    OctetsView view;
    TRY(view.acquire(octets.get()));
    Ref<Str> text = TRY(stream->codec.decode(view.view(), true));
    Ref<Str> before = TRY(take_decoded(stream, -1));
    if (before->size) text = TRY(str_concat(before.get(), text.get()));
    text_forget_decoded(stream);
    stream->snapshot.valid = false;
    return text;
}

}  // namespace

Ref<Str> text_read(TextIOWrapper* stream, Size size) {
    if (!stream->codec.can_decode) return raise_unsupported("not readable");
    TRY(text_write_pending(stream));
    if (size < 0) return read_all(stream);
    Ref<Str> first = TRY(take_decoded(stream, size));
    if (first->size == size) return first;
    StrBuilder all;
    all.append(first.get());
    while (all.size() < size) {
        if (!TRY(read_chunk(stream, size - all.size()))) break;
        Ref<Str> piece = TRY(take_decoded(stream, size - all.size()));
        all.append(piece.get());
    }
    return all.finish();
}

namespace {

/// Makes sure that there are decoded characters; false at the end of the file.
Result<bool> have_decoded(TextIOWrapper* stream) {
    while (left_over(stream) == 0) {
        if (TRY(read_chunk(stream, 0))) continue;
        text_forget_decoded(stream);
        stream->snapshot.valid = false;
        return false;
    }
    return true;
}

/// Whether a "\r\n" that ends the line has been cut in two by the end of a chunk.
bool is_cut_ending(const TextIOWrapper* stream, const Str* before) noexcept {
    return stream->newline.ending == "\r\n" && before->size && before->at(before->size - 1) == '\r' &&
           stream->decoded->at(stream->decoded_used) == '\n';
}

/// A line whose beginning has been read, but not its end.
Ref<Str> read_line_rest(TextIOWrapper* stream, Ref<Str> line, Size limit) {
    while (limit < 0 || line->size < limit) {
        if (!TRY(have_decoded(stream))) break;
        const Size start = stream->decoded_used;
        const Size most = limit < 0 ? left_over(stream) : std::min(left_over(stream), limit - line->size);
        const Size end = is_cut_ending(stream, line.get())
                             ? start + 1
                             : stream->newline.find_end(stream->decoded.get(), start, start + most);
        Ref<Str> piece = TRY(take_decoded(stream, end < 0 ? most : end - start));
        line = TRY(str_concat(line.get(), piece.get()));
        if (end >= 0) break;
    }
    return line;
}

}  // namespace

Ref<Str> text_readline(TextIOWrapper* stream, Size limit) {
    if (!stream->pending.empty()) TRY(text_write_pending(stream));
    if (limit == 0) return empty_str();
    if (!TRY(have_decoded(stream))) return empty_str();
    const Size start = stream->decoded_used;
    const Size most = limit < 0 ? left_over(stream) : std::min(left_over(stream), limit);
    const Size end = stream->newline.find_end(stream->decoded.get(), start, start + most);
    if (end >= 0) return take_decoded(stream, end - start);
    Ref<Str> line = TRY(take_decoded(stream, most));
    return read_line_rest(stream, std::move(line), limit);
}

}  // namespace minipy
