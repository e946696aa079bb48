// Reading through the buffer.
//
// Data that is there is handed out first; whole blocks beyond it go straight into the result, and the last
// part comes by way of the buffer.
//
// CPython: Modules/_io/bufferedio.c
#include <cstring>

#include "modules/io/buffered.h"
#include "modules/io/file_io.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/errors.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/singletons.h"

namespace minipy {
namespace {

/// Takes what is read ahead, at most `size` octets.
std::string_view take_ahead(Buffered* stream, Size size) noexcept {
    const Size taken = std::min(stream->read_ahead(), size);
    const char* start = stream->buffer + stream->pos;
    stream->pos += taken;
    return {start, static_cast<std::size_t>(taken)};
}

/// Reads once behind what the buffer holds; octets read, or `would_block`.
Result<Size> fill_buffer(Buffered* stream) {
    const Size start = stream->holds_read() ? stream->read_end : 0;
    const Size read = TRY(buffered_raw_read(stream, stream->buffer + start, stream->buffer_size - start));
    if (read <= 0) return read;
    stream->read_end = stream->raw_pos = start + read;
    return read;
}

/// An empty buffer that stands where the raw stream does.
void start_over(Buffered* stream) noexcept { stream->pos = stream->raw_pos = stream->read_end = 0; }

/// Reads into `to` until it is full, the end, or the raw stream would block; sets `blocked` then.
Result<Size> read_fully(Buffered* stream, char* to, Size size, bool& blocked) {
    Size got = 0;
    stream->forget_read();
    while (size - got >= stream->buffer_size) {
        const Size blocks = (size - got) / stream->buffer_size * stream->buffer_size;
        const Size read = TRY(buffered_raw_read(stream, to + got, blocks));
        blocked = read == would_block;
        if (read <= 0) return got;
        got += read;
    }
    start_over(stream);
    while (got < size && stream->read_end < stream->buffer_size) {
        const Size read = TRY(fill_buffer(stream));
        blocked = read == would_block;
        if (read <= 0) return got;
        const std::string_view piece = take_ahead(stream, size - got);
        std::memcpy(to + got, piece.data(), piece.size());
        got += static_cast<Size>(piece.size());
    }
    return got;
}

}  // namespace

Ref<Object> buffered_read(Buffered* stream, Size size) {
    if (size <= stream->read_ahead()) return new_bytes(take_ahead(stream, size));
    BufferedUse use(stream);
    TRY(use.check());
    Ref<Bytes> octets = TRY(new_bytes_uninitialized(size));
    const std::string_view ahead = take_ahead(stream, size);
    std::memcpy(octets->data(), ahead.data(), ahead.size());
    Size got = static_cast<Size>(ahead.size());
    if (stream->writable) TRY(buffered_flush_and_rewind(stream));
    bool blocked = false;
    got += TRY(read_fully(stream, octets->data() + got, size - got, blocked));
    if (blocked && got == 0) return Ref<Object>(new_none());
    if (got == size) return octets;
    return new_bytes(octets->view().substr(0, static_cast<std::size_t>(got)));
}

namespace {

/// All of a raw stream without `readall`; None if it would block at once.
Ref<Object> read_pieces(Buffered* stream, std::string all) {
    for (;;) {
        Ref<Object> piece = TRY(call_method(stream->raw, name<"read">));
        if (!is_none(piece.get()) && !is_bytes(piece.get()))
            return raise(type_error_type, "read() should return bytes");
        if (is_none(piece.get()) && all.empty()) return piece;
        if (is_none(piece.get()) || static_cast<Bytes*>(piece.get())->size == 0) return new_bytes(all);
        all += static_cast<Bytes*>(piece.get())->view();
        if (stream->abs_pos != -1) stream->abs_pos += static_cast<Bytes*>(piece.get())->size;
    }
}

}  // namespace

Ref<Object> buffered_read_all(Buffered* stream) {
    BufferedUse use(stream);
    TRY(use.check());
    std::string ahead(take_ahead(stream, stream->buffer_size));
    if (stream->writable) TRY(buffered_flush_and_rewind(stream));
    stream->forget_read();
    Ref<Object> read_all;
    TRY(find_attribute(stream->raw, name<"readall">, read_all));
    if (!read_all) return read_pieces(stream, std::move(ahead));
    Ref<Object> rest = TRY(call(read_all.get(), {}));
    if (is_none(rest.get())) {
        if (ahead.empty()) return rest;
        return new_bytes(ahead);
    }
    if (!is_bytes(rest.get())) return raise(type_error_type, "readall() should return bytes");
    auto* octets = static_cast<Bytes*>(rest.get());
    if (stream->abs_pos != -1) stream->abs_pos += octets->size;
    if (ahead.empty()) return rest;
    return new_bytes(ahead.append(octets->view()));
}

Ref<Bytes> buffered_read1(Buffered* stream, Size size) {
    if (size < 0) size = stream->buffer_size;
    if (size == 0) return new_bytes({});
    if (stream->read_ahead() > 0) return new_bytes(take_ahead(stream, size));
    BufferedUse use(stream);
    TRY(use.check());
    Ref<Bytes> octets = TRY(new_bytes_uninitialized(size));
    stream->forget_read();
    const Size read = TRY(buffered_raw_read(stream, octets->data(), size));
    if (read == size) return octets;
    return new_bytes(octets->view().substr(0, static_cast<std::size_t>(std::max<Size>(read, 0))));
}

Ref<Object> buffered_read_into(Buffered* stream, char* to, Size size, bool once) {
    const std::string_view ahead = take_ahead(stream, size);
    std::memcpy(to, ahead.data(), ahead.size());
    Size got = static_cast<Size>(ahead.size());
    if (got == size) return new_int(got);
    BufferedUse use(stream);
    TRY(use.check());
    if (stream->writable) TRY(buffered_flush_and_rewind(stream));
    stream->forget_read();
    stream->pos = 0;
    while (got < size) {
        Size read;
        if (size - got > stream->buffer_size) {
            read = TRY(buffered_raw_read(stream, to + got, size - got));
        } else {
            if (once && got) break;  // no reading ahead when there is something to hand out
            start_over(stream);
            read = TRY(fill_buffer(stream));
            if (read > 0) {
                const std::string_view piece = take_ahead(stream, size - got);
                std::memcpy(to + got, piece.data(), piece.size());
                read = static_cast<Size>(piece.size());
            }
        }
        if (read == would_block && got == 0) return Ref<Object>(new_none());
        if (read <= 0) break;
        got += read;
        if (once) break;
    }
    return new_int(got);
}

Ref<Bytes> buffered_peek(Buffered* stream) {
    BufferedUse use(stream);
    TRY(use.check());
    if (stream->writable) TRY(buffered_flush_and_rewind(stream));
    if (stream->read_ahead() <= 0) {
        stream->forget_read();
        stream->pos = 0;
        TRY(fill_buffer(stream));
    }
    return new_bytes({stream->buffer + stream->pos, static_cast<std::size_t>(stream->read_ahead())});
}

Ref<Bytes> buffered_readline(Buffered* stream, Size limit) {
    const auto line_in_buffer = [&]() -> std::string_view {
        const Size most = limit < 0 ? stream->read_ahead() : std::min(stream->read_ahead(), limit);
        const char* start = stream->buffer + stream->pos;
        const void* newline = most > 0 ? std::memchr(start, '\n', static_cast<std::size_t>(most)) : nullptr;
        return take_ahead(stream, newline ? static_cast<const char*>(newline) - start + 1 : most);
    };
    const auto is_complete = [&](std::string_view line) {
        return (!line.empty() && line.back() == '\n') || limit == 0;
    };
    std::string_view piece = line_in_buffer();
    if (limit >= 0) limit -= static_cast<Size>(piece.size());
    if (is_complete(piece)) return new_bytes(piece);
    std::string line(piece);
    BufferedUse use(stream);
    TRY(use.check());
    if (stream->writable) TRY(buffered_flush_and_rewind(stream));
    for (;;) {
        stream->forget_read();
        stream->pos = 0;
        if (TRY(fill_buffer(stream)) <= 0) break;
        piece = line_in_buffer();
        line += piece;
        if (limit >= 0) limit -= static_cast<Size>(piece.size());
        if (is_complete(line)) break;
    }
    return new_bytes(line);
}

}  // namespace minipy
