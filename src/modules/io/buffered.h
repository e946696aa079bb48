// The buffered layer: BufferedReader, BufferedWriter and BufferedRandom are one struct with one buffer.
//
// The buffer shows a window of the file; `pos` is the stream's own position in it and `raw_pos` the one where
// the raw stream stands. [0, read_end) holds what was read, [write_pos, write_end) what is still to be written.
// Invariant: the raw stream stands at `raw_pos - pos` octets behind the stream's own position (`raw_offset`),
// unless neither kind of data is valid.
//
// CPython: Modules/_io/bufferedio.c
#pragma once

#include "modules/io/io.h"
#include "objects/bytes.h"
#include "vm/gil.h"

namespace minipy {

struct Buffered : Stream {
    Object* raw;
    bool initialized, detached, readable, writable;
    OperationLock lock;    // taken by the operation under way
    std::int64_t abs_pos;  // where the raw stream stands; -1: not known
    char* buffer;          // null once closed
    Size pos, raw_pos;
    Size read_end;              // -1: nothing read
    Size write_pos, write_end;  // write_end -1: nothing to write
    Size buffer_size;

    bool holds_read() const noexcept { return readable && read_end != -1; }
    bool holds_written() const noexcept { return writable && write_end != -1; }
    Size read_ahead() const noexcept { return holds_read() ? read_end - pos : 0; }
    Size raw_offset() const noexcept {
        return (holds_read() || holds_written()) && raw_pos >= 0 ? raw_pos - pos : 0;
    }
    void move_to(Size position) noexcept {
        pos = position;
        if (holds_read() && read_end < pos) read_end = pos;
    }
    void forget_read() noexcept { read_end = -1; }
    void forget_written() noexcept {
        write_pos = 0;
        write_end = -1;
    }
};

inline Buffered* as_buffered(Object* object) noexcept { return static_cast<Buffered*>(object); }

/// An operation of this thread is under way; RuntimeError if one was already (the raw stream called back).
class BufferedUse {
  public:
    explicit BufferedUse(Buffered* stream) noexcept : stream_(stream), entered_(stream->lock.enter()) {}
    ~BufferedUse() {
        if (entered_) stream_->lock.leave();
    }
    BufferedUse(const BufferedUse&) = delete;
    BufferedUse& operator=(const BufferedUse&) = delete;
    Status check() const;

  private:
    Buffered* stream_;
    bool entered_;
};

/// Sets the buffer up around a raw stream. ValueError "buffer size must be strictly positive".
Status buffered_setup(Buffered* stream, Object* raw, Size buffer_size, bool readable, bool writable);
void buffered_release(Buffered* stream) noexcept;

/// ValueErrors for streams that are not initialized, detached or closed.
Status buffered_check(Buffered* stream);
Status buffered_check_open(Buffered* stream, const char* message);
Result<bool> buffered_is_closed(Buffered* stream);

// The raw stream: octets moved, or `would_block`. FileIO is called directly.
Result<Size> buffered_raw_read(Buffered* stream, char* to, Size size);
Result<Size> buffered_raw_write(Buffered* stream, const char* from, Size size);
Result<std::int64_t> buffered_raw_seek(Buffered* stream, std::int64_t offset, int whence);
Result<std::int64_t> buffered_raw_tell(Buffered* stream);

// Operations; each may be called by the text layer on a stream of exactly the built-in classes.
Ref<Object> buffered_read(Buffered* stream, Size size);  // None: would block
Ref<Object> buffered_read_all(Buffered* stream);
Ref<Bytes> buffered_read1(Buffered* stream, Size size);
Ref<Bytes> buffered_readline(Buffered* stream, Size limit);
Ref<Bytes> buffered_peek(Buffered* stream);
Ref<Object> buffered_read_into(Buffered* stream, char* to, Size size, bool once);
Result<Size> buffered_write(Buffered* stream, std::string_view octets);
Status buffered_flush(Buffered* stream);
Result<std::int64_t> buffered_seek(Buffered* stream, std::int64_t target, int whence);
Result<std::int64_t> buffered_tell(Buffered* stream);

/// Inside an operation: writes out, and puts the raw stream where the stream itself stands.
Status buffered_flush_written(Buffered* stream);
Status buffered_flush_and_rewind(Buffered* stream);

/// Whether C++ may do what the stream's `read1`, `write` ... do: the class is exactly a built-in one.
inline bool is_plain_buffered(const Object* object) noexcept {
    return object->type == &buffered_reader_type || object->type == &buffered_writer_type ||
           object->type == &buffered_random_type;
}

}  // namespace minipy
