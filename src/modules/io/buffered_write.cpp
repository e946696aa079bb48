// Writing through the buffer.
//
// Small pieces gather in the buffer; what does not fit makes room first, and large pieces go straight to the
// raw stream. Invariant: octets that the raw stream did not take stay in the buffer.
//
// CPython: Modules/_io/bufferedio.c
#include <cstring>

#include "modules/io/buffered.h"
#include "modules/io/file_io.h"
#include "objects/attribute.h"
#include "objects/errors.h"
#include "objects/exceptions.h"
#include "objects/int.h"
#include "objects/names.h"

namespace minipy {

namespace {

constexpr char blocked_text[] = "write could not complete without blocking";

/// Puts the raw stream where the stream itself stands.
Status align_raw(Buffered* stream, Size distance) {
    if (distance == 0) return done;
    TRY(buffered_raw_seek(stream, -distance, 1));
    stream->raw_pos -= distance;
    return done;
}

/// Adds octets that fit to the part of the buffer that is to be written.
void append_written(Buffered* stream, std::string_view octets) noexcept {
    std::memcpy(stream->buffer + stream->pos, octets.data(), octets.size());
    if (!stream->holds_written() || stream->write_pos > stream->pos) stream->write_pos = stream->pos;
    stream->move_to(stream->pos + static_cast<Size>(octets.size()));
    if (stream->write_end < stream->pos) stream->write_end = stream->pos;
}

/// After a flush that would block: moves what is left to the front and adds what fits of the new octets; fails
/// with BlockingIOError unless that is all of them.
Result<Size> keep_blocked(Buffered* stream, std::string_view octets) {
    clear_exception();
    if (stream->readable) stream->forget_read();
    const Size left = stream->write_end - stream->write_pos;
    std::memmove(stream->buffer, stream->buffer + stream->write_pos, static_cast<std::size_t>(left));
    stream->raw_pos -= stream->write_pos;
    stream->pos -= stream->write_pos;
    stream->write_end = left;
    stream->write_pos = 0;
    const Size kept = std::min(stream->buffer_size - left, static_cast<Size>(octets.size()));
    std::memcpy(stream->buffer + left, octets.data(), static_cast<std::size_t>(kept));
    stream->write_end += kept;
    stream->pos += kept;
    if (kept == static_cast<Size>(octets.size())) return kept;
    return raise_blocking(blocked_text, kept);
}

/// Gives octets to the raw stream while they are more than the buffer holds; how many it took.
Result<Size> write_large(Buffered* stream, std::string_view octets) {
    Size written = 0;
    while (static_cast<Size>(octets.size()) - written > stream->buffer_size) {
        const Size n = TRY(
            buffered_raw_write(stream, octets.data() + written, static_cast<Size>(octets.size()) - written));
        if (n != would_block) {
            written += n;
            // A write that a signal cut short succeeds: the handlers run before the next one may block.
            TRY(after_interrupt());
            continue;
        }
        std::memcpy(stream->buffer, octets.data() + written, static_cast<std::size_t>(stream->buffer_size));
        stream->raw_pos = 0;
        stream->move_to(stream->buffer_size);
        stream->write_end = stream->buffer_size;
        return raise_blocking(blocked_text, written + stream->buffer_size);
    }
    return written;
}

}  // namespace

Status buffered_flush_written(Buffered* stream) {
    if (stream->holds_written() && stream->write_pos < stream->write_end) {
        TRY(align_raw(stream, stream->raw_offset() + (stream->pos - stream->write_pos)));
        while (stream->write_pos < stream->write_end) {
            const Size n = TRY(buffered_raw_write(stream, stream->buffer + stream->write_pos,
                                                  stream->write_end - stream->write_pos));
            if (n == would_block) return raise_blocking(blocked_text, 0);
            stream->write_pos += n;
            stream->raw_pos = stream->write_pos;
            TRY(after_interrupt());
        }
    }
    stream->forget_written();
    return done;
}

Status buffered_flush_and_rewind(Buffered* stream) {
    TRY(buffered_flush_written(stream));
    if (!stream->readable) return done;
    // The raw stream has to stand where a reader of the file would go on.
    TRY(buffered_raw_seek(stream, -stream->raw_offset(), 1));
    stream->forget_read();
    return done;
}

Status buffered_flush(Buffered* stream) {
    BufferedUse use(stream);
    TRY(use.check());
    return buffered_flush_and_rewind(stream);
}

Result<Size> buffered_write(Buffered* stream, std::string_view octets) {
    BufferedUse use(stream);
    TRY(use.check());
    // Another thread may have closed the stream while this one waited for it.
    if (TRY(buffered_is_closed(stream))) return raise(value_error_type, "write to closed file");
    const auto size = static_cast<Size>(octets.size());
    if (!stream->holds_read() && !stream->holds_written()) stream->pos = stream->raw_pos = 0;
    if (size <= stream->buffer_size - stream->pos && size < stream->buffer_size) {
        append_written(stream, octets);
        return size;
    }
    if (!buffered_flush_written(stream)) {
        if (!pending_matches(blocking_io_error_type)) return failed;
        return keep_blocked(stream, octets);
    }
    TRY(align_raw(stream, stream->raw_offset()));
    const Size written = TRY(write_large(stream, octets));
    if (stream->readable) stream->forget_read();
    const std::string_view rest = octets.substr(static_cast<std::size_t>(written));
    if (!rest.empty()) std::memcpy(stream->buffer, rest.data(), rest.size());
    stream->write_pos = 0;
    stream->write_end = static_cast<Size>(rest.size());
    stream->move_to(static_cast<Size>(rest.size()));
    stream->raw_pos = 0;
    return size;
}

}  // namespace minipy
