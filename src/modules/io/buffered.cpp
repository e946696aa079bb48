// The buffer and the raw stream under it: set-up, positions, raw reads and writes, seeking.
//
// CPython: Modules/_io/bufferedio.c
#include "modules/io/buffered.h"

#include <fmt/format.h>

#include <cstring>

#include "memory/allocator.h"
#include "modules/io/file_io.h"
#include "objects/attribute.h"
#include "objects/bytearray.h"
#include "objects/call.h"
#include "objects/errors.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/memory_guard.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"

namespace minipy {

Status BufferedUse::check() const {
    if (entered_) return done;
    return raise(runtime_error_type, fmt::format("reentrant call inside {}", repr_for_message(stream_)));
}

void buffered_release(Buffered* stream) noexcept {
    if (!stream->buffer) return;
    stream->forget_read();  // nothing may be read ahead of a buffer that is no more
    release(std::exchange(stream->buffer, nullptr), static_cast<std::size_t>(stream->buffer_size));
}

Status buffered_setup(Buffered* stream, Object* raw, Size buffer_size, bool readable, bool writable) {
    if (buffer_size <= 0) return raise(value_error_type, "buffer size must be strictly positive");
    TRY(guard_memory([&]() -> Status {
        char* buffer = static_cast<char*>(allocate(static_cast<std::size_t>(buffer_size)));
        buffered_release(stream);
        stream->buffer = buffer;
        return done;
    }));
    stream->buffer_size = buffer_size;
    incref(raw);
    xdecref(std::exchange(stream->raw, raw));
    stream->readable = readable;
    stream->writable = writable;
    stream->detached = false;
    stream->pos = stream->raw_pos = 0;
    stream->forget_read();
    stream->forget_written();
    if (!buffered_raw_tell(stream)) clear_exception();
    stream->initialized = true;
    return done;
}

Status buffered_check(Buffered* stream) {
    if (stream->initialized) [[likely]]
        return done;
    return raise(value_error_type,
                 stream->detached ? "raw stream has been detached" : "I/O operation on uninitialized object");
}

Result<bool> buffered_is_closed(Buffered* stream) {
    if (!stream->buffer) return true;
    if (is_exactly(stream->raw, file_io_type)) return as_file(stream->raw)->fd < 0;
    return is_closed(stream->raw);
}

Status buffered_check_open(Buffered* stream, const char* message) {
    TRY(buffered_check(stream));
    if (TRY(buffered_is_closed(stream)) && stream->read_ahead() == 0) return raise(value_error_type, message);
    return done;
}

namespace {

Result<Size> checked_count(Object* count, Size most, const char* operation) {
    if (is_none(count)) return would_block;
    Result<Size> moved = index_size(count, &value_error_type);
    if (!moved && pending_matches(type_error_type))
        return raise_from_cause(os_error_type, fmt::format("raw {}() failed", operation));
    if (!moved) return moved;
    if (*moved >= 0 && *moved <= most) return moved;
    return raise(os_error_type, fmt::format("raw {}() returned invalid length {} (should have been between 0 "
                                            "and {})",
                                            operation, *moved, most));
}

Result<Size> read_by_method(Object* raw, char* to, Size size) {
    Ref<ByteArray> room = TRY(new_bytearray({}));
    TRY(bytearray_resize(room.get(), size));
    Ref<Object> count = TRY(call_method(raw, name<"readinto">, {room.get()}));
    const Size read = TRY(checked_count(count.get(), size, "readinto"));
    if (read > 0) std::memcpy(to, room->items, static_cast<std::size_t>(std::min(read, room->size)));
    return read;
}

Result<Size> write_by_method(Object* raw, const char* from, Size size) {
    Ref<Bytes> octets = TRY(new_bytes({from, static_cast<std::size_t>(size)}));
    Ref<Object> count = TRY(call_method(raw, name<"write">, {octets.get()}));
    return checked_count(count.get(), size, "write");
}

Result<std::int64_t> checked_position(Buffered* stream, Object* position) {
    const std::int64_t at = TRY(offset_argument(position));
    if (at < 0) return raise(os_error_type, fmt::format("Raw stream returned invalid position {}", at));
    return stream->abs_pos = at;
}

}  // namespace

Result<Size> buffered_raw_read(Buffered* stream, char* to, Size size) {
    Object* raw = stream->raw;
    const bool direct = is_exactly(raw, file_io_type);
    const Size read = TRY(direct ? file_read(as_file(raw), to, size) : read_by_method(raw, to, size));
    if (read > 0 && stream->abs_pos != -1) stream->abs_pos += read;
    return read;
}

Result<Size> buffered_raw_write(Buffered* stream, const char* from, Size size) {
    Object* raw = stream->raw;
    const bool direct = is_exactly(raw, file_io_type);
    const Size written = TRY(direct ? file_write(as_file(raw), from, size) : write_by_method(raw, from, size));
    if (written > 0 && stream->abs_pos != -1) stream->abs_pos += written;
    return written;
}

Result<std::int64_t> buffered_raw_seek(Buffered* stream, std::int64_t offset, int whence) {
    stream->abs_pos = -1;
    if (is_exactly(stream->raw, file_io_type))
        return stream->abs_pos = TRY(file_seek(as_file(stream->raw), offset, whence));
    Ref<Int> where = new_int(offset), from = new_int(whence);
    Ref<Object> position = TRY(call_method(stream->raw, name<"seek">, {where.get(), from.get()}));
    return checked_position(stream, position.get());
}

Result<std::int64_t> buffered_raw_tell(Buffered* stream) {
    stream->abs_pos = -1;
    if (is_exactly(stream->raw, file_io_type))
        return stream->abs_pos = TRY(file_seek(as_file(stream->raw), 0, 1));
    Ref<Object> position = TRY(call_method(stream->raw, name<"tell">));
    return checked_position(stream, position.get());
}

Result<std::int64_t> buffered_tell(Buffered* stream) {
    return TRY(buffered_raw_tell(stream)) - stream->raw_offset();
}

Result<std::int64_t> buffered_seek(Buffered* stream, std::int64_t target, int whence) {
    if (whence != 2 && stream->readable) {
        // Within what has been read ahead only the own position moves.
        const std::int64_t current =
            (stream->abs_pos != -1 ? stream->abs_pos : TRY(buffered_raw_tell(stream))) - stream->raw_offset();
        const Size ahead = stream->read_ahead();
        const std::int64_t distance = whence == 0 ? target - current : target;
        if (ahead > 0 && distance >= -stream->pos && distance <= ahead) {
            stream->pos += distance;
            return current + distance;
        }
    }
    BufferedUse use(stream);
    TRY(use.check());
    if (stream->writable) TRY(buffered_flush_written(stream));
    if (whence == 1) target -= stream->raw_offset();
    const std::int64_t position = TRY(buffered_raw_seek(stream, target, whence));
    stream->raw_pos = -1;
    if (stream->readable) stream->forget_read();
    return position;
}

}  // namespace minipy
